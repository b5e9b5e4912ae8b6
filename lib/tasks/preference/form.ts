import { z } from 'zod'
import { localised, named, code, obligation } from '../form-parts'

/** What a protocol asks of a reader: the axes, how strong a preference is, and what else than a response may be said. */
export const formSchema = z
  .strictObject({
    /** True when no public source states the axes in full; the interface says so beside them. */
    provisional: z.boolean(),
    axes: z.array(z.strictObject({ code, name: named, definition: localised, required: z.boolean() })).max(20),
    /** From the weakest; null: a choice has no strength. */
    strength: z.strictObject({ levels: z.array(named).min(2).max(9) }).nullable(),
    tie: z.boolean(),
    /** Offered beside the tie: no response is acceptable. */
    allBad: z.boolean(),
    rationale: obligation,
  })
  .superRefine(({ axes }, context) => {
    axes.forEach((axis, nth) => {
      if (axes.findIndex((other) => other.code === axis.code) !== nth)
        context.addIssue({ code: 'custom', message: 'code-twice', path: ['axes', nth, 'code'] })
    })
  })
export type Form = z.infer<typeof formSchema>
