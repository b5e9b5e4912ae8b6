import { z } from 'zod'
import { wholeRecord } from '../../conversation/whole-record'
import { choiceSchema } from '../judgment'

/** A verdict's record of this task, from fields of any origin. */
export const wholePreference = wholeRecord(
  {
    overall: choiceSchema.nullable().default(null),
    axes: z.record(z.string(), choiceSchema).nullish().transform((axes) => axes ?? {}),
    rationale: z.string().nullish().transform((rationale) => rationale ?? ''),
  },
  ({ overall }) => overall !== null,
) // prettier-ignore
