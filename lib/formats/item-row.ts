import type { NativeItem } from '@/lib/formats/native-item'

/** Why a row was not taken: keys below `reasons` in lib/messages/<locale>/formats.json; `values` fill the sentence. */
export const rowReasons = [
  'undecodable',
  'row-too-long',
  'not-json',
  'not-an-object',
  'not-an-array',
  'unfinished',
  'after-the-end',
  'unknown-field',
  'missing',
  'wrong-type',
  'empty',
  'too-short',
  'too-long',
  'not-above',
  'not-below',
  'not-one-of',
  'text-empty',
  'text-not-storable',
  'response-id-twice',
  'criterion-id-twice',
  'weights-not-one',
  'weight-outside-main',
  'points-missing',
  'veto-earns-points',
  'negative-no-veto',
  'since-later',
  'penalty-too-small',
  'outcome-differs',
  'not-what-follows',
  'label-not-of-group',
  'labels-incomplete',
  'rubric-of-rejected',
  'beside-no-choice',
  'not-accepted',
  'id-not-exact',
  'not-a-language',
  'number-not-exact',
  'nul-character',
  'lone-surrogate',
  'too-deep',
  'too-few-columns',
  'too-many-columns',
  'unclosed-quote',
  'text-after-quote',
  'not-a-flag',
  'outside-the-text',
  'one-place-only',
  'no-sentences',
  'quote-differs',
  'quote-not-found',
  'quote-not-unique',
  'span-in-pieces',
  'hash-differs',
  'several-answers',
  'no-answer',
  'no-text',
  'not-of-format',
  'not-a-run-line',
  'unknown-id',
  'id-twice',
  'spans-on-correct',
  'rated-twice',
  'another-length',
] as const
export type RowReason = (typeof rowReasons)[number]

export type RowProblem = {
  /** Path in the native record (`text`, `tags.age`), or the column's name in a CSV; null when the whole row is meant. */
  field: string | null
  reason: RowReason
  values?: Record<string, string | number>
}

/** A row that was not taken. `raw`: the row as it stood in the file; null when it was too long to keep. */
export type RejectedRow = RowProblem & { line: number; raw: string | null }

/** `line` is the physical line on which the row begins, from 1, as an editor counts (LF, CRLF and CR end a line). */
export type ItemRow<Content = Record<string, unknown>> = { line: number; item: NativeItem<Content> } | RejectedRow

/**
 * A parser fed with text: whole lines at a time, as the decoder cuts them. Knows nothing of bytes, files or time.
 * After `end` it is spent.
 */
export type RowMachine<Row> = { push: (text: string) => Row[]; end: () => Row[] }
