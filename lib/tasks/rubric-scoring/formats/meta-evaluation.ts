import { isMet } from '../../rubric/is-met'
import type { JsonObject, ReadingFormat } from '../../task'
import type { Content } from '../content'
import type { Judgment } from '../judgment'
import { asScoring } from './scoring-record'

export type NamedReading = { reader: string; judgment: Pick<Judgment, 'labels'> }

/**
 * An item's independent readings as HealthBench's meta-evaluation has them: one row for each criterion of each response, with
 * what every physician said of it, by pseudonym in code-unit order. Met is true; a part, and a veto that is kept, are false. Who
 * found that it does not apply is left out; so is a criterion that nobody found to. `category`: the criterion's cluster, or else
 * its axis.
 */
export function metaEvaluationRows(id: string, { prompt, rubric, responses }: Pick<Content, 'prompt' | 'rubric' | 'responses'>, readings: readonly NamedReading[]): JsonObject[] {
  const inOrder = readings.toSorted((a, b) => (a.reader < b.reader ? -1 : a.reader > b.reader ? 1 : 0))
  return responses.flatMap((response) =>
    rubric.criteria.flatMap((criterion) => {
      const said = inOrder.flatMap(({ reader, judgment }) => {
        const found = judgment.labels.find((one) => one.response === response.id && one.criterion === criterion.id)
        return found && found.label !== 'not-applicable' ? [{ reader, met: isMet(found.label) }] : []
      })
      if (said.length === 0) return []
      return [
        {
          prompt_id: id,
          completion_id: response.id,
          prompt,
          completion: response.text,
          rubric: criterion.text,
          category: criterion.tags.find((tag) => tag.startsWith('cluster:')) ?? criterion.axis,
          binary_labels: said.map(({ met }) => met),
          anonymized_physician_ids: said.map(({ reader }) => reader),
        },
      ]
    }),
  )
}

export const metaEvaluation: ReadingFormat = {
  code: 'meta-evaluation',
  rowsOf: (record, readings) => {
    const { id, prompt, rubric, responses } = asScoring(record)
    return metaEvaluationRows(
      id,
      { prompt, rubric, responses },
      readings.map(({ reader, labels }) => ({ reader: reader as string, judgment: { labels: labels as Judgment['labels'] } })),
    )
  },
}
