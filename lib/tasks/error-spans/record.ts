import type { ItemHead, JsonObject, ReadingHead, VerdictHead } from '../task'
import type { Content } from './content'
import type { Judgment, Span, VerdictAnswer } from './judgment'

/**
 * One line of the verdicts' download: what `doubleread score error-spans --gold` reads, with the item's own fields and how
 * the verdict came about. An unusable item keeps its line, with `outcome` "unusable" and no veracity.
 * Never holds a person, a pseudonym, a time or anything sealed.
 */
export function verdictRecord(
  item: ItemHead,
  { text, sentences }: Content,
  verdict: VerdictHead,
  answer: VerdictAnswer | null,
): JsonObject {
  const { id, textSha256, ...head } = item
  return {
    id,
    text,
    textSha256,
    ...(sentences ? { sentences } : {}),
    ...head,
    outcome: answer ? 'answer' : 'unusable',
    veracity: answer?.veracity ?? null,
    spans: (answer?.spans ?? []).map(exported),
    difficulty: answer?.difficulty ?? null,
    confidence: answer?.confidence ?? null,
    verdict: { ...verdict },
  }
}

/** One line of the readings' download. Readers go by pseudonym; the text is found by the item's id and hash. */
export function readingRecord(
  { id, textSha256 }: ItemHead,
  { reader, seat, revision, protocol, activeMs }: ReadingHead,
  { veracity, spans, difficulty, confidence, note }: Judgment,
): JsonObject {
  return {
    item: id,
    textSha256,
    reader,
    seat,
    revision,
    protocol,
    veracity,
    spans: spans.map(exported),
    difficulty,
    confidence,
    note,
    activeMs,
  }
}

/** Without its id, which is of no use outside. */
const exported = ({ start, end, quote, type, correction, explanation, references }: Span): JsonObject => ({
  start,
  end,
  quote,
  type,
  correction,
  explanation,
  references,
})
