import type { Criterion } from '../rubric/criterion'
import { inGroup, mostPoints, wholeWeight } from '../rubric/groups'
import { normalisedWeights, type WeightProblem } from '../rubric/weights'

/**
 * What an editor does to a rubric's criteria; each returns a new list and leaves the given one as it is. A criterion keeps its id
 * as long as it is the same criterion; new ones are given theirs, and name what they were made of, through however many steps: what only
 * stood in between is nowhere to be found. An id that is not there is the
 * caller's defect.
 */
export type Criteria = readonly Criterion[]

/** To the place where the criterion `before` stands, or last of all. In another group a criterion weighs nothing yet. */
export function moved(criteria: Criteria, id: string, to: { group: Criterion['group']; before: string | null }): Criterion[] {
  const criterion = found(criteria, id)
  const rest = criteria.filter((one) => one !== criterion)
  if (to.before === id) return [...criteria]
  const at = to.before === null ? rest.length : rest.indexOf(found(rest, to.before))
  return rest.toSpliced(at, 0, inGroupOf(criterion, to.group))
}

/**
 * In two or more, one a text, in its place. Its weight is divided so that nothing of it is lost, and so are its points; a part for which no whole point
 * is left has none, and is asked for them. The parts are new criteria.
 */
export function split(criteria: Criteria, id: string, parts: readonly { id: string; text: string }[]): Criterion[] {
  const whole = found(criteria, id)
  const partOf = (all: number, nth: number) => Math.sign(all) * (Math.floor(Math.abs(all) / parts.length) + (nth < Math.abs(all) % parts.length ? 1 : 0))
  const made = parts.map(
    ({ id: own, text }, nth): Criterion => ({ ...whole, id: own, text, weight: partOf(whole.weight, nth), points: partOf(whole.points ?? 0, nth) || null, origin: { kind: 'split', from: madeOf(whole) }, since: null }),
  )
  return criteria.flatMap((one) => (one === whole ? made : [one]))
}

/** Several into one, where the first of them stood and in its group, with what they weighed together there. Their points are added up; where one has none, or all are more than a criterion can have, it is asked for them. */
export function merged(criteria: Criteria, ids: readonly string[], made: { id: string; text: string }): Criterion[] {
  const parts = criteria.filter((one) => ids.includes(one.id))
  const [first] = parts
  if (!first || parts.length < new Set(ids).size) throw new Error('a criterion to be merged is not there')
  const weight = inGroup(parts, first.group).reduce((sum, one) => sum + one.weight, 0)
  const points = parts.reduce<number | null>((sum, one) => (sum === null || one.points === null ? null : sum + one.points), 0)
  const whole: Criterion = {
    ...first,
    ...made,
    weight: Math.min(weight, wholeWeight),
    points: points !== null && Math.abs(points) <= mostPoints ? points : null,
    locked: parts.every(({ locked }) => locked),
    rationale: joined(parts.map(({ rationale }) => rationale)),
    evidence: joined(parts.map(({ evidence }) => evidence)),
    tags: [...new Set(parts.flatMap(({ tags }) => tags))].slice(0, 50),
    origin: { kind: 'merged', from: [...new Set(parts.flatMap(madeOf))].slice(0, 50) },
    since: null,
  }
  return criteria.flatMap((one) => (one === first ? [whole] : parts.includes(one) ? [] : [one]))
}

/** Once more, right behind; the copy weighs nothing yet and is somebody's to rewrite. */
export function duplicated(criteria: Criteria, id: string, copyId: string): Criterion[] {
  const criterion = found(criteria, id)
  return criteria.toSpliced(criteria.indexOf(criterion) + 1, 0, { ...criterion, id: copyId, weight: 0, locked: false, origin: { kind: 'written', from: madeOf(criterion) }, since: null })
}

/** With main weights that sum to one, or why they cannot. */
export function normalised(criteria: Criteria): Criterion[] | WeightProblem {
  const weights = normalisedWeights(inGroup(criteria, 'main'))
  if (typeof weights === 'string') return weights
  let nth = 0
  return criteria.map((one) => (one.group === 'main' ? { ...one, weight: weights[nth++]! } : one))
}

function found(criteria: Criteria, id: string): Criterion {
  const criterion = criteria.find((one) => one.id === id)
  if (!criterion) throw new Error(`there is no criterion ${id}`)
  return criterion
}

const madeOf = ({ id, origin: { from } }: Criterion): string[] => (from.length > 0 ? from : [id])

const inGroupOf = (criterion: Criterion, group: Criterion['group']): Criterion => (criterion.group === group ? criterion : { ...criterion, group, weight: 0, locked: false })
const joined = (texts: readonly string[]): string => [...new Set(texts.filter((text) => text.trim() !== ''))].join('\n\n').slice(0, 4_000)
