import { toEnd } from '@/lib/stats/steps'
import type { Did, DifferenceAndTold, Facets, Mark, Marked, ScoresAndTold, Scoring, TaskEvaluation } from './evaluation'
import { FacetGroups } from './facet-groups'
import { marksIn, notDone } from './kept-marks'

/** Open, where nothing else is said. */
type Of = Omit<Scoring, 'coarse'> & Partial<Pick<Scoring, 'coarse'>>

/** One contest of contestants over the same items, without slices. */
export function scoredAtOnce({ scores, meanScores, differences, between }: Pick<TaskEvaluation, 'scores' | 'meanScores' | 'differences' | 'between'>) {
  const didOf = (marks: readonly Mark[]): Did => {
    const at = marks.flatMap((mark, nth) => (mark === notDone ? [] : nth))
    return { at, marks: [at.map((nth) => marks[nth]!)] }
  }
  const facetsOf = (items: readonly Pick<Marked, 'facets'>[]) => {
    const facets = new FacetGroups()
    for (const item of items) facets.add(item.facets)
    return facets
  }
  return {
    scores: (items: readonly Marked[], of: Of): ScoresAndTold => toEnd(scores(didOf(items.map(({ mark }) => mark)), facetsOf(items), { coarse: null, ...of }))[0]!,
    meanScores(kept: readonly string[], of: Of, facets?: readonly Facets[]): ScoresAndTold {
      const each = kept.map((marks) => marksIn(marks, between))
      const items = facets ?? Array.from({ length: each[0]?.length ?? 0 }, () => ({}))
      return toEnd(meanScores(each.map(didOf), facetsOf(items.map((one) => ({ facets: one }))), { coarse: null, ...of }))[0]!
    },
    difference: (a: string, b: string, measure: string, of: Of): DifferenceAndTold => toEnd(differences(a, [b], [measure], { coarse: null, ...of }))[0]![measure]!,
  }
}
