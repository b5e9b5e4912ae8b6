import type { SumOf, TallyMeasure, TallyPlan } from '../../tally/tally-plan'
import { needsCorrect } from './breakdown'
import { columns, tallyOfMark, type Column } from './marks'
import { countNames, measureNames, measures, type Counts, type MeasureName } from './measures'
import { spansPerFlagged } from './spans-per-flagged'

/** What a system says of texts: that they are flagged, and that they are not. A text without a prediction is neither, whatever is true of it. */
const said = ['placed', 'passed'] as const

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

/** Error types are a facet of which only erroneous items have a value. */
export const plan: TallyPlan<Column> = {
  columns,
  between: '',
  read: tallyOfMark,
  told: () => countNames,
  partsAs: null,
  byLabel: { facet: 'type', without: needsCorrect },
  measures: [
    ...measureNames.map((name): TallyMeasure<Column> => ({
      name,
      better: name === 'overCriticism' ? 'lower' : 'higher',
      over: [...over[name], ...said],
      of: (sum) => measures[name](countsBy(sum)),
    })),
    { name: 'spansPerFlagged', better: 'lower', unbounded: true, over: ['placed'], of: (sum) => spansPerFlagged(sum('places'), sum('placed')) },
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
