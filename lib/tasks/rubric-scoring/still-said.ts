import type { StillSaid } from '../still-said'
import type { Content } from './content'
import type { Judgment } from './judgment'
import { ownLabels } from './own-labels'

/**
 * Of each criterion of the rubric those stand who judged it in the last round that asked it: nobody asks again what a later rubric leaves
 * as it is. What was said of a criterion that the rubric no longer has is said of nothing.
 */
export const stillSaid: StillSaid<Pick<Content, 'rubric'>, Judgment> = ({ rubric }, present, before) => {
  const inForce = new Set(rubric.criteria.map(({ id }) => id))
  const lastAsked = new Map<string, number>()
  for (const { round, answer } of before) for (const criterion of askedIn(answer)) lastAsked.set(criterion, Math.max(round, lastAsked.get(criterion) ?? round))
  for (const answer of present) for (const criterion of askedIn(answer)) lastAsked.set(criterion, Infinity)
  const left = (answer: Judgment, round: number): Judgment | null => {
    const said = askedIn(answer)
    const asked = said.filter((criterion) => inForce.has(criterion) && lastAsked.get(criterion) === round)
    if (asked.length === 0) return null
    return asked.length === said.length ? answer : { ...answer, labels: answer.labels.filter(({ criterion }) => asked.includes(criterion)), asked }
  }
  return { present: present.map((answer) => left(answer, Infinity)), before: before.map(({ round, answer }) => left(answer, round)) }
}

const askedIn = (answer: Judgment): string[] => [...new Set(ownLabels(answer).map(({ criterion }) => criterion))]
