import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { revokeTokens } from '@/lib/db/access-tokens'
import { asViewer } from '@/lib/db/as-viewer'
import { recordEvent } from '@/lib/db/audit-events'
import { Refusal } from '@/lib/errors'

export const revokeTokenInput = z.strictObject({ tokenId: z.uuid() })

/** Ends one of one's own tokens, with the next request that uses it. */
export const revokeToken = (viewer: Viewer, { tokenId }: z.output<typeof revokeTokenInput>): Promise<void> =>
  asViewer(viewer, async (tx) => {
    if ((await revokeTokens(tx, viewer.personId, { only: tokenId })) === 0) throw new Refusal('not-found', 'not-found')
    await recordEvent(tx, { kind: 'token-revoked', actor: viewer.personId, studyId: null, itemId: null, detail: { token: tokenId } })
  })
