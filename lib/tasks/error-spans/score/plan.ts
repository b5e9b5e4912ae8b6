import type { Over, SumOf, TallyMeasure, TallyPlan } from '../../tally/tally-plan'
import { needsCorrect } from './breakdown'
import { columns, tallyOfMark, type Column } from './marks'
import { countNames, measureNames, measures, type Counts, type MeasureName } from './measures'
import { spansPerFlagged } from './spans-per-flagged'

const texts = (sum: Column): Over<Column> => ({ sum: [sum], most: 'items' })
/** What a system says of texts: that they are flagged, and that they are not. A text without a prediction is neither, whatever is true of it. */
const said = [texts('placed'), texts('passed')]

/** What each measure divides by that is true of the texts, whatever a system says; what is flagged is at least what is said to be. */
const over: Record<MeasureName, readonly Column[]> = {
  'veracity.precision': [],
  'veracity.recall': ['erroneous'],
  'veracity.f1': ['erroneous'],
  'veracity.accuracy': ['items'],
  'localisation.precision': [],
  'localisation.recall': ['erroneous'],
  'localisation.f1': ['erroneous'],
  overCriticism: ['correct'],
}
const means: readonly MeasureName[] = ['veracity.recall', 'veracity.accuracy', 'localisation.recall', 'overCriticism']

/**
 * Error types are a facet of which only erroneous items have a value. How hard an item is, is what its verdict says; a study's own tag of
 * that name is told as little.
 */
export const plan: TallyPlan<Column> = {
  columns,
  between: '',
  read: tallyOfMark,
  told: () => countNames,
  partsAs: null,
  byLabel: { type: { without: needsCorrect }, difficulty: { without: [] } },
  measures: [
    ...measureNames.map((name): TallyMeasure<Column> => ({
      name,
      better: name === 'overCriticism' ? 'lower' : 'higher',
      over: over[name].map(texts),
      said,
      isMean: means.includes(name),
      of: (sum) => measures[name](countsBy(sum)),
    })),
    { name: 'spansPerFlagged', better: 'lower', unbounded: true, over: [], said: [texts('placed')], of: (sum) => spansPerFlagged(sum('places'), sum('placed')) },
  ],
}

/** Written out: it is asked for in every replicate. */
const countsBy = (sum: SumOf<Column>): Counts => ({
  tp: sum('tp'),
  fp: sum('fp'),
  fn: sum('fn'),
  tn: sum('tn'),
  flagged: sum('flagged'),
  erroneous: sum('erroneous'),
  localised: sum('localised'),
  missing: sum('missing'),
})
