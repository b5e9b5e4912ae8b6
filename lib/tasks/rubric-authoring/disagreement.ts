import type { Criterion } from '../rubric/criterion'
import type { Disagreement } from '../task'
import { criterionRows } from './criterion-rows'
import type { Judgment } from './judgment'
import type { Differing, Point } from './points'
import { sameWording } from './same-wording'
import type { Settings } from './settings'

/**
 * The disagreement rule, criterion by criterion: readings differ when one of them lacks a criterion that another has, or puts it
 * into another group, on another axis, in other words (`sameWording`) or at another weight than the study tolerates. What they say
 * of the draft has to be the same. Rationale, evidence, tags and places open no dispute, and neither do the criteria of a rejected draft.
 */
export function disagreement(judgments: readonly Judgment[], settings: Settings): Disagreement<Point> {
  const said = judgments.map(({ review }) => review)
  const review: Point[] = said.some((one) => one !== null) ? [{ kind: 'review', agreed: new Set(said).size === 1, said, reasons: judgments.map(({ reasons }) => reasons) }] : []
  const points = [...review, ...criterionRows(judgments.map(countingCriteria)).map((row): Point => {
    const differing = differencesOf(row.said, settings)
    return { kind: 'criterion', criterion: row.id, agreed: differing.length === 0, differing, said: row.said }
  })] // prettier-ignore
  return { disputed: points.some(({ agreed }) => !agreed), points }
}

/** What of an answer counts: nothing of a rejected draft. */
export const countingCriteria = ({ review, criteria }: Judgment): readonly Criterion[] => (review === 'reject' ? [] : criteria)

function differencesOf(said: readonly (Criterion | null)[], { counting, weightTolerance }: Settings): Differing[] {
  const there = said.filter((one) => one !== null)
  if (there.length < said.length) return ['presence']
  const [first] = there
  const differing: Differing[] = []
  if (there.some(({ group }) => group !== first!.group)) differing.push('group')
  if (there.some(({ text }) => !sameWording(text, first!.text))) differing.push('text')
  if (there.some(({ axis }) => axis !== first!.axis)) differing.push('axis')
  const weights = there.map(({ weight }) => weight)
  if (counting === 'weights' && Math.max(...weights) - Math.min(...weights) > weightTolerance) differing.push('weight')
  if (counting === 'points' && there.some(({ points }) => points !== first!.points)) differing.push('points')
  return differing
}
