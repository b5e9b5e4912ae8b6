import { disagreement, sideOf } from './disagreement'
import type { Choice, Judgment } from './judgment'
import type { Settings } from './settings'

/**
 * The verdict's answer of readings that agree; whoever reads first changes nothing. A choice is the common side with the lower
 * median of the strengths. An axis that does not count and on which the readings differ has the side that more than half of
 * them chose, or no answer. The rationale is the longest, then the first in code-unit order. Complete readings give a complete
 * answer where the study counts the axes. Throws when the readings are disputed or none.
 */
export function merge(judgments: readonly Judgment[], settings: Settings): Judgment {
  const { disputed, points } = disagreement(judgments, settings)
  if (judgments.length === 0 || disputed) throw new Error('only agreeing readings can be merged')
  const merged = points.map(({ axis, choices }) => ({ axis, choice: majority(choices) }))
  const overall = merged[0]!.choice
  if (!overall) throw new Error('readings that agree overall chose')
  return {
    overall,
    axes: Object.fromEntries(merged.flatMap(({ axis, choice }) => (axis !== null && choice ? [[axis, choice]] : []))),
    rationale: judgments.map(({ rationale }) => rationale).sort((a, b) => b.length - a.length || (a < b ? -1 : a > b ? 1 : 0))[0] ?? '',
    shown: [],
  }
}

function majority(choices: readonly (Choice | null)[]): Choice | null {
  const given = choices.filter((choice) => choice !== null)
  const sides = [...new Set(given.map(sideOf))].map((side) => given.filter((choice) => sideOf(choice) === side))
  const common = sides.find((same) => same.length * 2 > choices.length)
  if (!common) return null
  const strengths = common.flatMap(({ strength }) => (strength === null ? [] : [strength])).sort((a, b) => a - b)
  return { pick: common[0]!.pick, response: common[0]!.response, strength: strengths[(strengths.length - 1) >>> 1] ?? null }
}
