import { asViewer } from '@/lib/db/as-viewer'
import { recordEvent } from '@/lib/db/audit-events'
import { revokeSessions } from '@/lib/db/sessions'

/** Ends one session of a person, at once and everywhere it is used. Safe to repeat. */
export const signOut = (session: { personId: string; sessionId: string }): Promise<void> =>
  asViewer(session, async (tx) => {
    const ended = await revokeSessions(tx, session.personId, { only: session.sessionId })
    if (ended > 0) await recordEvent(tx, { kind: 'sign-out', actor: session.personId, studyId: null, itemId: null, detail: {} })
  })
