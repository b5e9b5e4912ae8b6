import type { RatedScale, RatedUnit } from '../rated-units'
import { axisOfGroup } from '../rubric/axis-of-group'
import { countsByPoints } from '../rubric/counts-by-points'
import type { Criterion } from '../rubric/criterion'
import { labels } from '../rubric/scores'
import type { Content } from './content'
import { degreeOf } from './disagreement'
import type { Form } from './form'
import type { Judgment } from './judgment'
import { ownLabels } from './own-labels'
import { keyOf, offered } from './problems'

/** Where points count, the three say nothing. */
const axesOf = ({ group, axis }: Criterion, byPoints: boolean): string[] => [...new Set([...(byPoints ? [] : [axisOfGroup[group]]), ...(axis ? [axis] : [])])]

/**
 * Labels, one criterion of one response at a time. Partial agreement is a matter of degree (met, partly, not met) and of nothing
 * else. An axis is one of the three that scores are told by, and the criterion's own. Criteria of the same words in the same group are the same criterion, whichever item they stand in.
 */
export const rated: RatedScale<Content, Judgment, Form> = {
  of: 'labels',
  categories: labels,
  degrees: labels.map((label) => degreeOf[label] ?? null),
  sides: null,
  units({ rubric }, judgment, form) {
    const byPoints = countsByPoints(rubric)
    const criteria = new Map(rubric.criteria.map((criterion) => [criterion.id, criterion]))
    return ownLabels(judgment).flatMap(({ response, criterion: id, label }): RatedUnit[] => {
      const criterion = criteria.get(id)
      if (!criterion) return []
      return [{ unit: keyOf(response, id), category: labels.indexOf(label), offered: offered(criterion.group, form).map((one) => labels.indexOf(one)), axes: axesOf(criterion, byPoints), counts: true, criterion: { key: `${criterion.group} ${criterion.text}`, text: criterion.text } }]
    })
  },
}
