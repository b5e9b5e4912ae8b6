'use server'
import { headers } from 'next/headers'
import type { z } from 'zod'
import { authSettings } from '@/lib/auth/auth-settings'
import { clientAddress } from '@/lib/auth/client-address'
import { resetPassword, resetPasswordInput } from '@/lib/services/reset-password'
import type { Outcome } from '@/lib/web/action'
import { answerTo } from '@/lib/web/answer-to'
import { storable } from '@/lib/web/storable'

/** Nobody is signed in, so this edge stands on its own: parse, then the use case. */
export async function setNewPassword(input: z.input<typeof resetPasswordInput>): Promise<Outcome<{ email: string }>> {
  try {
    const address = clientAddress((await headers()).get('x-forwarded-for'), authSettings().trustedProxies)
    return { ok: true, value: await resetPassword({ ...resetPasswordInput.parse(storable(input)), address }) }
  } catch (error) {
    return { ok: false, failure: answerTo(error) }
  }
}
