import type { Counted } from './counts-by-points'
import { wholeWeight, type Criterion } from './criterion'
import type { ItemRubric } from './rubric-schema'
import type { Label } from './scores'
import { normalisedWeights } from './weights'

export type PointedRow = { criterion: string; points: number; tags: string[] }

/**
 * Criteria of signed points as a rubric. What has positive points is proficiency and weighs by them; what has negative ones must
 * not be there, which only a veto says. Points and tags stay, so that the way back is exact.
 */
export function rubricOfPoints(rows: readonly PointedRow[]): Omit<ItemRubric, 'reward'> {
  const weights = normalisedWeights(rows.filter(({ points }) => points >= 0).map(({ points }) => ({ weight: points, locked: false })))
  if (typeof weights === 'string') throw new Error(`no weight is locked, and yet: ${weights}`)
  let main = 0
  const criteria = rows.map(({ criterion, points, tags }, nth): Criterion => ({
    id: `c${nth + 1}`,
    group: points < 0 ? 'veto' : 'main',
    text: criterion,
    axis: tags.find((tag) => tag.startsWith(axisTag))?.slice(axisTag.length) ?? '',
    weight: points < 0 ? 0 : weights[main++]!,
    locked: false,
    points,
    rationale: '',
    evidence: '',
    tags,
    origin: { kind: 'written', from: [] },
    since: null,
  }))
  return { version: 1, criteria }
}

const axisTag = 'axis:'

/**
 * A rubric as criteria of signed points. Points that it has stay, but for a veto's that would reward its violation where groups
 * are said to count; else a weight becomes its tenths of the whole, a bonus one point, and a veto the most negative there is, which
 * others can outweigh all the same.
 */
export const pointsOfRubric = ({ criteria, counting }: Counted): PointedRow[] =>
  criteria.map(({ group, text, axis, weight, points, tags }) => ({
    criterion: text,
    points: (counting === 'groups' && group === 'veto' && (points ?? 0) > 0 ? null : points) ?? (group === 'veto' ? -10 : group === 'bonus' ? 1 : Math.max(1, Math.round((10 * weight) / wholeWeight))),
    tags: axis === '' || tags.includes(axisTag + axis) ? tags : [...tags, axisTag + axis],
  }))

export const labelOfMet = (points: number, met: boolean): Label => (met ? (points < 0 ? 'violated' : 'met') : 'not-met')
