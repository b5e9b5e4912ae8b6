import type { Disagreement } from '../task'
import type { Choice, Judgment } from './judgment'
import type { ChoiceReason, Point } from './points'
import type { Settings } from './settings'

/**
 * The disagreement rule. Readings differ on a point when not all of them choose the same side, when not all of them choose,
 * or, where the study says so, when two strengths lie too far apart. The overall choice always counts, axes where the study
 * counts them. Rationales never open a dispute. One reading alone never disagrees. Overall first, then axes in code-unit order.
 */
export function disagreement(judgments: readonly Judgment[], settings: Settings): Disagreement<Point> {
  const axes = [...new Set(judgments.flatMap((judgment) => Object.keys(judgment.axes)))].sort()
  const points: Point[] = [
    pointOf(null, judgments.map(({ overall }) => overall), settings),
    ...axes.map((axis) => pointOf(axis, judgments.map((judgment) => judgment.axes[axis] ?? null), settings)),
  ] // prettier-ignore
  return { disputed: points.some(({ agreed, counts }) => counts && !agreed), points }
}

function pointOf(axis: string | null, choices: (Choice | null)[], { counts, strengthApart }: Settings): Point {
  const given = choices.filter((choice) => choice !== null)
  const strengths = given.flatMap(({ strength }) => (strength === null ? [] : [strength]))
  const reasons: ChoiceReason[] = []
  if (new Set(given.map(sideOf)).size > 1) reasons.push('side')
  else if (strengthApart !== null && Math.max(...strengths) - Math.min(...strengths) > strengthApart) reasons.push('strength')
  if (given.length < choices.length) reasons.push('missing')
  return { kind: 'choice', axis, agreed: reasons.length === 0, reasons, counts: axis === null || counts === 'overall-and-axes', choices }
}

/** Two choices are of one side exactly when this is the same. */
export const sideOf = ({ pick, response }: Choice): string => (pick === 'response' ? `response ${response}` : pick)
