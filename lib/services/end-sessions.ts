import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { revokeTokens } from '@/lib/db/access-tokens'
import { asViewer } from '@/lib/db/as-viewer'
import { recordEvent } from '@/lib/db/audit-events'
import { revokeSessions } from '@/lib/db/sessions'

/** One of one's own sessions; or all of them, this one too, and every token: an intruder may have made one. */
export const endSessionsInput = z.strictObject({ which: z.union([z.literal('all'), z.uuid()]) })

/** @returns how many ended; a session of somebody else is none of one's own. */
export const endSessions = (viewer: Viewer, { which }: z.output<typeof endSessionsInput>): Promise<number> =>
  asViewer(viewer, async (tx) => {
    const ended = await revokeSessions(tx, viewer.personId, which === 'all' ? 'all' : { only: which })
    const tokensRevoked = which === 'all' ? await revokeTokens(tx, viewer.personId, 'all') : 0
    if (ended > 0 || tokensRevoked > 0)
      await recordEvent(tx, { kind: 'sessions-revoked', actor: viewer.personId, studyId: null, itemId: null, detail: { ended, tokensRevoked } })
    return ended
  })
