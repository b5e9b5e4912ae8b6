import { degreeOf, disagreement } from './disagreement'
import type { CriterionLabel, Evidence, Judgment } from './judgment'
import type { Point } from './points'
import type { Settings } from './settings'

/**
 * The verdict's answer of readings that agree; whoever reads first changes nothing. A label is the common one; within half a
 * step, the lower median. Only readings that gave that label give the rest: the longest rationale, then the first in code-unit
 * order, and every place that any of them quoted, each once, in text order. Notes stay with the readers. Complete readings
 * give a complete answer. Throws when the readings are disputed or none.
 */
export function merge(judgments: readonly Judgment[], settings: Settings): Judgment {
  const { disputed, points } = disagreement(judgments, settings)
  if (judgments.length === 0 || disputed) throw new Error('only agreeing readings can be merged')
  return { labels: points.map(mergedLabel), note: '', shown: [] }
}

function mergedLabel({ response, criterion, said }: Point): CriterionLabel {
  const given = said.filter((one) => one !== null).sort((a, b) => (degreeOf[a.label] ?? 0) - (degreeOf[b.label] ?? 0))
  const { label } = given[(given.length - 1) >>> 1]!
  const same = given.filter((one) => one.label === label)
  const [rationale = ''] = same.map((one) => one.rationale).sort((a, b) => b.length - a.length || (a < b ? -1 : a > b ? 1 : 0))
  const places = new Map<string, Evidence>(same.flatMap(({ evidence }) => evidence.map((place) => [`${place.start} ${place.end}`, place])))
  return { response, criterion, label, rationale, evidence: [...places.values()].sort((a, b) => a.start - b.start || a.end - b.end).slice(0, 20) }
}
