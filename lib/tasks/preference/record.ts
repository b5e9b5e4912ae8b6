import type { ItemHead, JsonObject, ReadingHead, VerdictHead } from '../task'
import type { Content } from './content'
import type { Judgment } from './judgment'

/**
 * One line of the verdicts' download: the instruction, the responses, and which of them is better. An unusable item keeps its
 * line, with `outcome` "unusable" and no choice. Never holds a person, a pseudonym, a time, an order shown or anything sealed.
 */
export function verdictRecord({ id, textSha256, ...head }: ItemHead, { prompt, responses }: Content, verdict: VerdictHead, answer: Judgment | null): JsonObject {
  return {
    id,
    prompt,
    responses,
    textSha256,
    ...head,
    outcome: answer ? 'answer' : 'unusable',
    overall: answer?.overall ?? null,
    axes: answer?.axes ?? {},
    rationale: answer?.rationale ?? '',
    verdict: { ...verdict },
  }
}

/** One line of the readings' download. Readers go by pseudonym; `shown` is the order in which they saw the responses. */
export function readingRecord({ id, textSha256 }: ItemHead, { activeMs, ...reading }: ReadingHead, { overall, axes, rationale, shown }: Judgment): JsonObject {
  return { item: id, textSha256, ...reading, overall, axes, rationale, shown, activeMs }
}
