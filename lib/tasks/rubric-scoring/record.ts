import type { ItemHead, JsonObject, ReadingHead, VerdictHead } from '../task'
import type { Content } from './content'
import type { Form } from './form'
import type { CriterionLabel, Judgment } from './judgment'
import { ownLabels } from './own-labels'
import { keyOf } from './problems'
import { scored } from './scores'

/**
 * One line of the verdicts' download: instruction, rubric, responses, a label for every criterion of every response, and what
 * follows from the labels, rewards by the rubric's own settings or else the protocol's. An unusable item keeps its line, with `outcome` "unusable" and no label. Never holds a person, a
 * pseudonym, a time, an order shown or anything sealed.
 */
export function verdictRecord({ id, textSha256, ...head }: ItemHead, content: Content, verdict: VerdictHead, answer: Judgment | null, form: Pick<Form, 'reward'>): JsonObject {
  const { prompt, responses } = content
  const rubric = { ...content.rubric, reward: content.rubric.reward ?? form.reward }
  return {
    id,
    prompt,
    rubric,
    responses,
    textSha256,
    ...head,
    outcome: answer ? 'answer' : 'unusable',
    labels: answer ? inItsOrder(content, answer.labels).map(exported) : [],
    ...(answer ? scored({ rubric, responses }, answer.labels) : { scores: [], preferences: [] }),
    verdict: { ...verdict },
  }
}

/** One line of the readings' download. Readers go by pseudonym; `shown` is the order in which they saw the responses. */
export function readingRecord({ id, textSha256 }: ItemHead, { activeMs, ...reading }: ReadingHead, judgment: Judgment): JsonObject {
  const { note, shown } = judgment
  return { item: id, textSha256, ...reading, labels: ownLabels(judgment).map(exported), note, shown, activeMs }
}

/** Response by response, in the order of the rubric. */
function inItsOrder({ rubric, responses }: Content, labels: readonly CriterionLabel[]): CriterionLabel[] {
  const byKey = new Map(labels.map((label) => [keyOf(label.response, label.criterion), label]))
  return responses.flatMap(({ id }) => rubric.criteria.flatMap((criterion) => byKey.get(keyOf(id, criterion.id)) ?? []))
}

const exported = ({ response, criterion, label, rationale, evidence }: CriterionLabel): JsonObject => ({
  response,
  criterion,
  label,
  rationale,
  evidence: evidence.map(({ start, end, quote }) => ({ start, end, quote })),
})
