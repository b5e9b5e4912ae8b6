/**
 * What of a release's facts everybody may know who may know of it. A hidden split is a secret of its labels, and every count of
 * labels is one: with the change log, which names what came and went, two versions' counts tell an item's label to the letter.
 * So whatever follows from verdicts is told of the open splits alone; of a release without any, agreement in steps.
 */
import { coarseGroups } from '@/lib/workflow/submission-limits'
import type { Measure } from './agreement-facts'
import { isOfVerdict } from './candidate'
import { mayTellWhy, type LeftOut } from './choice'
import { splitIn, type Composition } from './composition'
import { leftOutCounts, verdictCounts } from './facts-of'
import type { ReleaseFacts } from './release-facts'
import { splitNames, type AchievedRow, type SplitName } from './split-rule'

/** Which of a release's items agreement is stated of: those of the open splits, or all where there are none. */
export function toldInAgreement({ hidden }: { hidden: readonly SplitName[] }, used: Iterable<SplitName>): ReadonlySet<SplitName> {
  const splits = new Set(used)
  const open = new Set([...splits].filter((name) => !hidden.includes(name)))
  return open.size > 0 ? open : splits
}

/** Of facts whose agreement is of the items of `toldInAgreement`. */
export function publishedFacts(facts: ReleaseFacts, composition: Composition): ReleaseFacts {
  const { agreement } = facts
  const hidden = new Set(facts.splits.flatMap((split) => (split.hidden ? [split.name] : [])))
  const leftOut = leftOutCounts(composition.leftOut.map((each) => toldOf(each, composition.goneFromHidden)))
  if (hidden.size === 0) return { ...facts, leftOut }
  const open = facts.splits.flatMap(({ name }) => (hidden.has(name) ? [] : [name]))
  const isOpen = ({ id }: { id: string }) => !hidden.has(splitIn(composition, id))
  return {
    ...facts,
    leftOut,
    achieved: facts.achieved.flatMap((row) => (row.field !== null && isOfVerdict(row.field) ? openPart(row, open, facts.division.ratios) : [row])),
    // A value that the hidden splits alone have does not stand in a row of zeros.
    labels: facts.labels
      .filter(({ counts }) => open.some((name) => counts[name]))
      .map((row) => ({ ...row, counts: bySplit((name) => (hidden.has(name) ? null : row.counts[name])) })),
    agreement: open.length > 0 ? { ...agreement, of: 'open-splits' } : { ...agreement, of: 'hidden-in-steps', measures: agreement.measures.map(inSteps) },
    verdicts: open.length > 0 ? verdictCounts(composition.kept.filter(isOpen), agreement) : null,
  }
}

const toldOf = (each: LeftOut, goneFromHidden: ReadonlySet<string>): LeftOut =>
  mayTellWhy(each, goneFromHidden) ? each : { id: each.id, reason: 'no-longer-chosen', note: null }

/** What is wanted of a stratum follows from all that it has, the hidden part included; so it is the part of what is open. */
function openPart({ field, value, splits }: AchievedRow, open: readonly SplitName[], ratios: Record<SplitName, number>): AchievedRow[] {
  const got = (name: SplitName) => splits[name]?.got ?? 0
  const all = open.reduce((sum, name) => sum + got(name), 0)
  const share = open.reduce((sum, name) => sum + ratios[name], 0)
  if (all === 0) return []
  const wanted = (name: SplitName) => (share === 0 ? 0 : Math.round(((all * ratios[name]) / share) * 100) / 100)
  return [{ field, value, splits: bySplit((name) => (open.includes(name) ? { wanted: wanted(name), got: got(name) } : null)) }]
}

const bySplit = <Value>(of: (name: SplitName) => Value) => Object.fromEntries(splitNames.map((name) => [name, of(name)])) as Record<SplitName, Value>

/** By the rule that scores of groups under hidden labels follow. */
function inSteps(measure: Measure): Measure {
  const { smallest, step } = coarseGroups
  if (measure.value === null) return { ...measure, reason: 'hidden', interval: null }
  if (measure.items < smallest) return { ...measure, value: null, reason: 'hidden-and-small', interval: null }
  return { ...measure, value: Math.round(measure.value / step) / Math.round(1 / step), interval: null }
}
