'use server'
import { currentSession } from '@/lib/auth/current-session'
import { Refusal } from '@/lib/errors'
import { changePassword, changePasswordInput } from '@/lib/services/change-password'
import { endSessions, endSessionsInput } from '@/lib/services/end-sessions'
import { makeToken, makeTokenInput } from '@/lib/services/make-token'
import { revokeToken, revokeTokenInput } from '@/lib/services/revoke-token'
import { saveConflicts, saveConflictsInput } from '@/lib/services/save-conflicts'
import { saveProfile, saveProfileInput } from '@/lib/services/save-profile'
import { action } from '@/lib/web/action'

export const keepProfile = action(saveProfileInput, saveProfile)
export const keepConflicts = action(saveConflictsInput, saveConflicts)
export const stopSessions = action(endSessionsInput, endSessions)
export const issueToken = action(makeTokenInput, makeToken)
export const endToken = action(revokeTokenInput, revokeToken)

/** The session that stays is this very one; the browser has no say in it. */
export const renewPassword = action(changePasswordInput, async (viewer, input) => {
  const session = await currentSession()
  if (!session) throw new Refusal('signed-out', 'signed-out')
  await changePassword(viewer, { ...input, keepSessionId: session.sessionId })
})
