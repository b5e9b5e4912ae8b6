/** What an admin may say of a study, at its founding and later. */
import { z } from 'zod'
import { adjudicationPolicies } from '@/lib/workflow/stage'
import { maxReaders } from '@/lib/workflow/max-readers'
import { languageField } from './language-field'
import { plainLine } from './plain-line'

const text = (longest: number) => z.string().trim().max(longest, 'key:invalid')

export const studyFields = z.object({
  name: plainLine(200, 1),
  description: text(5_000),
  languages: z.array(languageField).min(1, 'key:required').max(20),
  licence: text(200).transform((licence) => licence || null),
  readersPerItem: z.int('key:whole-number').min(1, 'key:invalid').max(maxReaders, 'key:invalid'),
  policy: z.enum(adjudicationPolicies, 'key:not-an-option'),
  /** The task's own; held against its schema by the use case. */
  settings: z.unknown(),
  showsVerdicts: z.boolean(),
})
