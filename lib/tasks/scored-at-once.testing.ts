import type { Resampling } from '@/lib/stats/bootstrap'
import { toEnd } from '@/lib/stats/steps'
import type { Coarse, Did, Difference, Mark, Marked, Scores, TaskEvaluation } from './evaluation'
import { FacetGroups } from './facet-groups'
import { marksIn, notDone } from './kept-marks'

type Of = Resampling & { confidence: number }

/** One contest of contestants over the same items, without slices. */
export function scoredAtOnce({ scores, meanScores, differences, between }: Pick<TaskEvaluation, 'scores' | 'meanScores' | 'differences' | 'between'>) {
  const didOf = (marks: readonly Mark[]): Did => {
    const at = marks.flatMap((mark, nth) => (mark === notDone ? [] : nth))
    return { at, marks: [at.map((nth) => marks[nth]!)] }
  }
  return {
    scores(items: readonly Marked[], of: Of & { coarse: Coarse | null }): Scores {
      const facets = new FacetGroups()
      for (const item of items) facets.add(item.facets)
      return toEnd(scores(didOf(items.map(({ mark }) => mark)), facets, of))[0]!
    },
    meanScores(kept: readonly string[], of: Of): Scores {
      const each = kept.map((marks) => marksIn(marks, between))
      return toEnd(meanScores(each.map(didOf), each[0]?.length ?? 0, of))[0]!
    },
    difference: (a: string, b: string, measure: string, of: Of): Difference => toEnd(differences(a, [b], [measure], of))[0]![measure]!,
  }
}
