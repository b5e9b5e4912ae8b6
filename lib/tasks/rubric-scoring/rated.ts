import { weightsByDegree } from '@/lib/stats/agreement/agreement-sketch'
import type { RatedScale, RatedUnit } from '../rated-units'
import { labels } from '../rubric/scores'
import type { Content } from './content'
import { degreeOf } from './disagreement'
import type { Judgment } from './judgment'
import { ownLabels } from './own-labels'
import { keyOf } from './problems'

const axisOfGroup = { main: 'proficiency', bonus: 'excellence', veto: 'safety' } as const

/**
 * Labels, one criterion of one response at a time. Partial agreement is a matter of degree (met, partly, not met) and of nothing
 * else. Criteria of the same words in the same group are the same criterion, whichever item they stand in.
 */
export const rated: RatedScale<Content, Judgment> = {
  of: 'labels',
  categories: labels,
  weights: weightsByDegree(labels.map((label) => degreeOf[label] ?? null)),
  units({ rubric }, judgment) {
    const criteria = new Map(rubric.criteria.map((criterion) => [criterion.id, criterion]))
    return ownLabels(judgment).flatMap(({ response, criterion: id, label }): RatedUnit[] => {
      const criterion = criteria.get(id)
      if (!criterion) return []
      return [{ unit: keyOf(response, id), category: labels.indexOf(label), axis: axisOfGroup[criterion.group], counts: true, criterion: { key: `${criterion.group} ${criterion.text}`, text: criterion.text } }]
    })
  },
}
