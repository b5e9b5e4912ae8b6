import { wholeWeight } from '../../rubric/groups'
import type { Message } from '../../conversation/prompt'
import type { Criterion } from '../../rubric/criterion'
import type { JsonObject } from '../../task'

export type Example = { id: string; prompt: readonly Message[]; draft: readonly Criterion[] | null; criteria: readonly Criterion[]; counting: 'points' | 'groups' | undefined; reasons: readonly string[] }

/** What a model is shown of one instruction: the rubric it should have drafted, beside the draft that had to be corrected and why. */
export const exampleRow = ({ id, prompt, draft, criteria, counting, reasons }: Example): JsonObject => ({
  id,
  prompt: prompt.map(({ role, content }) => ({ role, content })),
  rubric: criteria.map(shown(counting)),
  ...(draft ? { draft: draft.map(shown(counting)), corrected_because: [...reasons] } : {}),
})

/** As a person reads it: weights as shares of one, points where they count or nothing says that they do not. */
const shown = (counting: Example['counting']) => ({ group, text, axis, weight, points, rationale, evidence }: Criterion): JsonObject => ({
  group,
  criterion: text,
  axis,
  ...(points !== null && counting !== 'groups' ? { points } : group === 'main' ? { weight: weight / wholeWeight } : {}),
  ...(rationale === '' ? {} : { rationale }),
  ...(evidence === '' ? {} : { evidence }),
})
