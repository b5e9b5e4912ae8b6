import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { recordEvent } from '@/lib/db/audit-events'
import { setName } from '@/lib/db/people'
import { saveProfile as keep } from '@/lib/db/profiles'
import { workEnded } from '@/lib/db/work-ended'
import { specialtyCode } from '@/lib/formats/specialty-code'
import { languageField } from './language-field'
import { plainLine } from './plain-line'

const words = (word: z.ZodType<string>) => z.array(word).max(40).transform((list) => [...new Set(list)])

export const saveProfileInput = z.strictObject({
  name: plainLine(200, 1),
  specialties: words(z.string().trim().min(1).max(80).overwrite(specialtyCode)),
  languages: words(languageField),
  licence: z.string().trim().max(200),
  licenceExpires: z.iso.date('key:date').nullable(),
  yearsOfPractice: z.int('key:whole-number').min(0, 'key:invalid').max(80, 'key:invalid').nullable(),
})

/** What a physician says of themselves: it decides which items come to them. What they hold and would not be given any more is free at once (trigger). */
export const saveProfile = (viewer: Viewer, { name, ...profile }: z.output<typeof saveProfileInput>): Promise<void> =>
  asViewer(viewer, async (tx) => {
    await setName(tx, viewer.personId, name)
    await keep(tx, viewer.personId, profile)
    await recordEvent(tx, { kind: 'profile-changed', actor: viewer.personId, studyId: null, itemId: null, detail: { part: 'profile', ...(await workEnded(tx)) } })
  })
