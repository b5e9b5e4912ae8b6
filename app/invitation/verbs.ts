'use server'
import { headers } from 'next/headers'
import type { z } from 'zod'
import { authSettings } from '@/lib/auth/auth-settings'
import { clientAddress } from '@/lib/auth/client-address'
import { claimedSession, forgetSession } from '@/lib/auth/session-cookie'
import { acceptInvitation, acceptInvitationInput } from '@/lib/services/accept-invitation'
import { joinByInvitation, joinByInvitationInput } from '@/lib/services/join-by-invitation'
import { signOut } from '@/lib/services/sign-out'
import { action, type Outcome } from '@/lib/web/action'
import { answerTo } from '@/lib/web/answer-to'
import { storable } from '@/lib/web/storable'

export const join = action(joinByInvitationInput, joinByInvitation)

/** Nobody is signed in yet, so this edge stands on its own: parse, then the use case. */
export async function accept(input: z.input<typeof acceptInvitationInput>): Promise<Outcome<{ email: string }>> {
  try {
    const address = clientAddress((await headers()).get('x-forwarded-for'), authSettings().trustedProxies)
    return { ok: true, value: await acceptInvitation({ ...acceptInvitationInput.parse(storable(input)), address }) }
  } catch (error) {
    return { ok: false, failure: answerTo(error) }
  }
}

/** Signs the other account out; the link is then opened anew. */
export async function leave(): Promise<Outcome<null>> {
  const claim = await claimedSession()
  if (claim) await signOut(claim)
  await forgetSession()
  return { ok: true, value: null }
}
