/** A token with which programs act in one's name. Its secret is in the answer and nowhere else; it cannot be shown again. */
import { z } from 'zod'
import { tokenScopes } from '@/lib/blinding/token-scopes'
import type { Viewer } from '@/lib/blinding/viewer'
import { countTokens, insertToken } from '@/lib/db/access-tokens'
import { asViewer } from '@/lib/db/as-viewer'
import { recordEvent } from '@/lib/db/audit-events'
import { Refusal } from '@/lib/errors'
import { plainLine } from './plain-line'
import { newToken } from './token-secret'

const mostDays = 365
const mostTokens = 50

export const makeTokenInput = z.strictObject({
  name: plainLine(100, 1),
  scopes: z.array(z.enum(tokenScopes)).min(1).max(tokenScopes.length),
  days: z.number().int().min(1).max(mostDays),
})

export const makeToken = (
  viewer: Viewer,
  { name, scopes, days }: z.output<typeof makeTokenInput>,
): Promise<{ secret: string; expiresAt: Date }> =>
  asViewer(viewer, async (tx) => {
    if ((await countTokens(tx, viewer.personId)) >= mostTokens) throw new Refusal('conflict', 'too-many-tokens', { limit: mostTokens })
    const { secret, shown, hash } = newToken()
    const granted = tokenScopes.filter((scope) => scopes.includes(scope))
    const expiresAt = new Date(Date.now() + days * 86_400_000)
    const tokenId = await insertToken(tx, { personId: viewer.personId, name, prefix: shown, hash, scopes: granted, expiresAt })
    const detail = { token: tokenId, scopes: granted, days }
    await recordEvent(tx, { kind: 'token-made', actor: viewer.personId, studyId: null, itemId: null, detail })
    return { secret, expiresAt }
  })
