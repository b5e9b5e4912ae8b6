'use server'
import { claimedSession, forgetSession } from '@/lib/auth/session-cookie'
import { signOut } from '@/lib/services/sign-out'

/** Signs out: ends the session itself, not only this browser's memory of it. The shell then loads the start page anew. */
export async function leave(): Promise<void> {
  const claim = await claimedSession()
  if (claim) await signOut(claim)
  await forgetSession()
}
