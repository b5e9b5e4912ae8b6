/** What an admin says of a batch, when it is opened and when it is changed. */
import { z } from 'zod'
import { strata } from '@/lib/db/batches'
import { specialtyCode } from '@/lib/formats/specialty-code'
import { maxReaders } from '@/lib/workflow/max-readers'
import { itemFilter } from './item-filter'
import { languageField } from './language-field'
import { plainLine } from './plain-line'

/** Named people, or everyone with one of the specialties and one of the languages; all empty: every reader of the study. */
export const poolFields = z.strictObject({
  people: z.array(z.uuid()).max(500).default([]),
  specialties: z.array(z.string().trim().min(1).max(200).overwrite(specialtyCode)).max(200).default([]),
  languages: z.array(languageField).max(200).default([]),
})

export const batchName = plainLine(200, 1)
export const batchPriority = z.int('key:whole-number').min(-100, 'key:invalid').max(100, 'key:invalid')
export const batchDue = z.iso.date('key:date').nullable()
export const readersPerItem = z.int('key:whole-number').min(1, 'key:invalid').max(maxReaders, 'key:invalid')

const seed = z.string().trim().min(1, 'key:required').max(100)
const count = z.int('key:whole-number').min(1, 'key:invalid').max(1_000_000)

/** Which items of the pool: those that the filter means, all of them, the first as imported, or some drawn by a seed, from all alike or from each stratum in its share. */
export const itemChoice = z.strictObject({
  filter: itemFilter.omit({ stage: true, batch: true, verdict: true, readers: true }),
  taking: z.discriminatedUnion('take', [
    z.strictObject({ take: z.literal('all') }),
    z.strictObject({ take: z.literal('first'), count }),
    z.strictObject({ take: z.literal('random'), count, seed }),
    z.strictObject({ take: z.literal('stratified'), count, seed, by: z.enum(strata) }),
  ]),
})
