/** How a file is to be read: what an admin confirms before it is uploaded, or says on the command line. */
import { z } from 'zod'
import { delimiters } from '@/lib/formats/csv-records'
import { encodings } from '@/lib/formats/encoding'

const named = z.string().max(2_000)

export const itemFormat = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('native') }),
  z.object({ kind: z.literal('csv'), mapping: z.record(named, named), delimiter: z.enum(delimiters).optional() }),
  z.object({ kind: z.literal('medec') }),
  z.object({ kind: z.literal('medrect') }),
  z.object({ kind: z.literal('records'), code: named, array: z.boolean() }),
  z.object({ kind: z.literal('plain'), unit: z.enum(['file', 'line', 'paragraph']) }),
])

export const importOptions = z.object({
  format: itemFormat,
  /** Only to overrule what is detected. */
  encoding: z.enum(encodings).optional(),
  /** What all rows of the file share where they do not say it themselves. */
  defaults: z
    .object({ language: named, specialty: named, group: named, source: named, licence: named })
    .partial()
    .default({}),
})
