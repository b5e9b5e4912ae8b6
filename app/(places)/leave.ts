'use server'
import { redirect } from 'next/navigation'
import { claimedSession, forgetSession } from '@/lib/auth/session-cookie'
import { signOut } from '@/lib/services/sign-out'
import { paths } from '@/lib/web/paths'

/** Signs out: ends the session itself, not only this browser's memory of it. */
export async function leave(): Promise<void> {
  const claim = await claimedSession()
  if (claim) await signOut(claim)
  await forgetSession()
  redirect(paths.signIn())
}
