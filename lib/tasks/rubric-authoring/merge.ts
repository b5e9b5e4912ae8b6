import type { Criterion } from '../rubric/criterion'
import { inGroup } from '../rubric/groups'
import { missingWeight } from '../rubric/weights'
import { countedByPoints } from './counted-by-points'
import { criterionRows } from './criterion-rows'
import { countingCriteria, disagreement } from './disagreement'
import { normalised } from './edit-rubric'
import type { Judgment } from './judgment'
import type { Settings } from './settings'

/**
 * The verdict's rubric of readings that agree; whoever reads first changes nothing, and what all have alike stays as it is, place
 * and order of tags too. A criterion's words are those that most readings have, then the first in code-unit order; its weight the
 * mean, brought to one in the end; its rationale and evidence the longest, its tags everyone's. It keeps its name where all call it
 * the same. Trials and notes stay with the readers.
 * Throws when the readings are disputed or none.
 */
export function merge(judgments: readonly Judgment[], settings: Settings): Judgment {
  if (judgments.length === 0 || disagreement(judgments, settings).disputed) throw new Error('only agreeing readings can be merged')
  const criteria = criterionRows(judgments.map(countingCriteria)).map(({ id, said }) => mergedCriterion(id, said.filter((one) => one !== null)))
  const reasons = [...new Set(judgments.flatMap((one) => one.reasons))].sort()
  return { review: judgments[0]!.review, reasons, criteria: settings.counting === 'points' ? countedByPoints(criteria) : atOne(criteria), trials: [], note: '' }
}

/** One criterion of several people's; complete when theirs are. */
export function mergedCriterion(id: string, said: readonly Criterion[]): Criterion {
  const head = said.find((one) => one.id === id) ?? said[0]!
  const ids = [...new Set(said.map((one) => one.id))].sort()
  return {
    ...head,
    text: commonest(said.map(({ text }) => text)),
    weight: Math.round(said.reduce((sum, { weight }) => sum + weight, 0) / said.length),
    locked: false,
    rationale: longest(said.map(({ rationale }) => rationale)),
    evidence: longest(said.map(({ evidence }) => evidence)),
    tags: everyones(said.map(({ tags }) => tags)),
    origin: ids.length === 1 ? head.origin : { kind: 'merged', from: ids.slice(0, 50) },
  }
}

function atOne(criteria: Criterion[]): Criterion[] {
  const main = inGroup(criteria, 'main')
  if (main.length === 0 || missingWeight(main) === 0) return criteria
  const brought = normalised(criteria)
  if (typeof brought === 'string') throw new Error(`no weight is locked, and yet: ${brought}`)
  return brought
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
/** As they are where all have the same; else each once, in the order in which the first list by content has them, and then the others. */
function everyones(lists: readonly string[][]): string[] {
  const byContent = [...new Map(lists.map((tags) => [JSON.stringify(tags), tags]))].sort(([a], [b]) => compare(a, b))
  return byContent.length === 1 ? byContent[0]![1] : [...new Set(byContent.flatMap(([, tags]) => tags))].slice(0, 50)
}
const longest = (texts: readonly string[]): string => texts.toSorted((a, b) => b.length - a.length || compare(a, b))[0] ?? ''
const commonest = (texts: readonly string[]): string => {
  const times = (text: string) => texts.filter((one) => one === text).length
  return texts.toSorted((a, b) => times(b) - times(a) || compare(a, b))[0] ?? ''
}
