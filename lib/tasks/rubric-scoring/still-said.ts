import type { StillSaid } from '../still-said'
import type { Judgment } from './judgment'
import { ownLabels } from './own-labels'

/** Of each criterion those stand who judged it in the last round that asked it: nobody asks again what a later rubric leaves as it is. */
export const stillSaid: StillSaid<Judgment> = (present, before) => {
  const lastAsked = new Map<string, number>()
  for (const { round, answer } of before) for (const { criterion } of ownLabels(answer)) lastAsked.set(criterion, Math.max(round, lastAsked.get(criterion) ?? round))
  for (const answer of present) for (const { criterion } of ownLabels(answer)) lastAsked.set(criterion, Infinity)
  return before.map(({ round, answer }) => {
    const asked = [...new Set(ownLabels(answer).map(({ criterion }) => criterion))].filter((criterion) => lastAsked.get(criterion) === round)
    return asked.length === 0 ? null : { ...answer, asked }
  })
}
