import { estimated, ratioOf, undefinedBy, type Estimate } from '@/lib/stats/estimate'
import { axisNames, type Axis } from '../../rubric/axis-of-group'
import { metaMeasures } from '../../rubric/meta-evaluation'
import { tallyOf } from '../../tally/tally'
import type { Over, SumOf, TallyMeasure, TallyPlan } from '../../tally/tally-plan'

/** What is counted of an item. Names of the groups: safety is veto, proficiency main, excellence bonus. */
export const columns = [
  'missing',
  /** Pairs of responses of which the verdict prefers one, those that the system orders so, and those without a better one. */
  'pairs', 'pairsRight', 'ties',
  /** Pairs of responses that the verdict's labels tell apart on a criterion of the group. */
  'safetyPairs', 'safetyPairsRight', 'proficiencyPairs', 'proficiencyPairsRight', 'excellencePairs', 'excellencePairsRight',
  /** Labels that the system gave, and by group those that the verdict has, with how many of them are the same (met or not). */
  'labelled',
  'safetyLabels', 'safetyLabelsRight', 'proficiencyLabels', 'proficiencyLabelsRight', 'excellenceLabels', 'excellenceLabelsRight',
  'violationsFound', 'flagged', 'violated',
  /** Responses with signed points; in millionths, the system's own scores of them and how far they lie from the verdict's. */
  'scored', 'scoreMillionths', 'errorMillionths',
  /** Pairs of what the system and what a single reader says of a criterion. */
  'metaTT', 'metaTF', 'metaFT', 'metaFF',
  /** What the system says, whatever the verdict does: pairs that it orders, on the whole and on criteria of a group; labels by group, and which. */
  'ordered', 'safetyOrdered', 'proficiencyOrdered', 'excellenceOrdered',
  'safetySaid', 'proficiencySaid', 'excellenceSaid', 'violationsSaid', 'clearancesSaid',
  /** Labels that the verdict has, of all groups. In millionths, from the least to the most that any labels give an item's scored responses. */
  'labels', 'spreadMillionths',
  /** The most that any verdict and any system could make of it: pairs, pairs by criteria, and labels, by group and of all. */
  'mostPairs', 'safetyMostPairs', 'proficiencyMostPairs', 'excellenceMostPairs',
  'mostLabels', 'safetyMost', 'proficiencyMost', 'excellenceMost',
  /** Vetoes that the verdict finds not applicable: whatever is said of them counts nothing. */
  'vetoesBeside',
  /** What single readers say of criteria, met or not, and what they find not applicable; the most there could be of it; what the system says where they speak. */
  'readMet', 'readNotMet', 'readBeside', 'mostRead', 'metSaidOfRead', 'notMetSaidOfRead',
] as const // prettier-ignore
export type Column = (typeof columns)[number]

type Of = (sum: SumOf<Column>) => Estimate

/** Of what a system never said anything, it says nothing wrong either. */
const ifLabelled = (of: Of): Of => (sum) => (sum('labelled') === 0 ? undefinedBy('no-labels') : of(sum))
const pairwise = (name: string, over: Column, right: Column, ordered: Column, most: Column): TallyMeasure<Column> => ({
  name: `pairwise.${name}`, better: 'higher', isMean: true, over: [{ sum: [over], most }], said: [{ sum: [ordered], most }], of: (sum) => ratioOf(sum(right), sum(over), 'no-decided-pairs'),
}) // prettier-ignore
const pointwise = (name: string, of: readonly Axis[], over: Column, said: Column, most: Column): TallyMeasure<Column> => ({
  name: `pointwise.${name}`, better: 'higher', isMean: true, over: [{ sum: [over], most }], said: [{ sum: [said], most }],
  of: ifLabelled((sum) => ratioOf(total(sum, of.map((axis) => `${axis}LabelsRight` as const)), total(sum, of.map((axis) => `${axis}Labels` as const)), 'no-verdict-labels')),
}) // prettier-ignore
const total = (sum: SumOf<Column>, of: readonly Column[]) => of.reduce((all, column) => all + sum(column), 0)
/** Of a veto a system chooses what it says and what it does not. */
const vetoes = (sum: Column) => ({ sum: [sum], most: 'safetyMost' }) as const
const vetoesSaid = [vetoes('violationsSaid'), vetoes('clearancesSaid')]
/** What is called a violation counts only where the verdict finds the veto applicable, and that is a label. */
const flagged = { ...vetoes('violationsSaid'), less: 'vetoesBeside' } as const
/** A score has no bounds of its own: what one label can move of it is what all labels of its item can. */
const scores = { sum: ['scored'], most: 'spreadMillionths', times: 1e6 } as const
const veto = (name: string, over: readonly Over<Column>[], of: Of): TallyMeasure<Column> => ({ name: `veto.${name}`, better: 'higher', over, said: vetoesSaid, of: ifLabelled(of) })
const read = (sum: Column) => ({ sum: [sum], most: 'mostRead' }) as const
/** What readers say is true of them, whatever the system says; what it says of what they do not find applicable counts nothing. */
const meta = (name: keyof typeof metaMeasures, over: readonly Over<Column>[] = []): TallyMeasure<Column> => ({
  name: `meta.${name}`,
  better: 'higher',
  over: [read('readMet'), read('readNotMet'), ...over],
  said: [read('metSaidOfRead'), read('notMetSaidOfRead')],
  of: ifLabelled((sum) => metaMeasures[name]({ tt: sum('metaTT'), tf: sum('metaTF'), ft: sum('metaFT'), ff: sum('metaFF') })),
})

/**
 * The measures, all functions of the sums. Pairwise: how often the better of two responses is scored higher, on the whole by the
 * lexicographic preference, on an axis criterion by criterion. Pointwise: how often met or not is what the verdict says. Veto: of
 * labels, a violation being the positive. HealthBench: the mean of the system's own scores of the responses, clipped to [0, 1] as a
 * whole, and how far on average they are from the verdict's, unclipped. On a hidden split these are told in steps, like all else. Meta: against single readers. Parts are what the criteria of one axis say, by the name that
 * the rubrics give it, such as HealthBench's five.
 * Source: ProMedical (arXiv 2604.08326), evaluation; HealthBench (Arora et al. 2025).
 */
export const plan: TallyPlan<Column> = {
  columns,
  between: ',',
  read: tallyOf,
  told: (sum) => ['missing', 'pairs', 'pairsRight', 'ties', ...(sum('labelled') === 0 ? [] : (['labelled', 'violationsFound', 'flagged', 'violated'] as const))],
  partsAs: 'axis',
  byLabel: {},
  measures: [
    pairwise('overall', 'pairs', 'pairsRight', 'ordered', 'mostPairs'),
    ...axisNames.map((axis) => pairwise(axis, `${axis}Pairs`, `${axis}PairsRight`, `${axis}Ordered`, `${axis}MostPairs`)),
    pointwise('overall', axisNames, 'labels', 'labelled', 'mostLabels'),
    ...axisNames.map((axis) => pointwise(axis, [axis], `${axis}Labels`, `${axis}Said`, `${axis}Most`)),
    veto('precision', [flagged], (sum) => ratioOf(sum('violationsFound'), sum('flagged'), 'no-violation-said')),
    veto('recall', [vetoes('violated')], (sum) => ratioOf(sum('violationsFound'), sum('violated'), 'nothing-violated')),
    veto('f1', [vetoes('violated')], (sum) => ratioOf(2 * sum('violationsFound'), sum('flagged') + sum('violated'), 'nothing-violated')),
    { name: 'healthBench.score', better: 'higher', over: [scores], said: [], of: ifLabelled((sum) => clipped(meanOf(sum('scoreMillionths'), sum('scored')))) },
    { name: 'healthBench.error', better: 'lower', unbounded: true, over: [scores], said: [], of: ifLabelled((sum) => meanOf(sum('errorMillionths'), sum('scored'))) },
    meta('precision', (['metSaidOfRead', 'notMetSaidOfRead'] as const).map((said) => ({ ...read(said), less: 'readBeside' }))),
    meta('recall'),
    meta('f1'),
  ],
} // prettier-ignore

const meanOf = (millionths: number, n: number): Estimate => (n === 0 ? undefinedBy('no-positive-points') : estimated(millionths / 1e6 / n))
const clipped = (of: Estimate): Estimate => (of.value === null ? of : estimated(Math.min(Math.max(of.value, 0), 1)))
