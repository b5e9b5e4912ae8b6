import { limits } from '@/lib/formats/limits'
import type { RowProblem } from '@/lib/formats/item-row'
import type { Encoding } from '@/lib/formats/encoding'

/**
 * A decoder never yields a lone surrogate from good bytes, so two of them carry its complaints through the parsers in
 * place of the text: one for bytes that are no text, one for a whole line too long to hold.
 */
export const undecodableMark = '\uDFFF'
export const droppedLineMark = '\uDFFE'

/** The same as patterns, which find a mark only where it stands alone: good characters, 🏾 and 🏿 among them, end in its unit. */
export const droppedLine = /\uDFFE/u
const undecodable = /\uDFFF/u

/** What the decoder says of this row, if anything. Cheap to ask of well-formed text. */
export function decoderProblem(raw: string, encoding: () => Encoding): RowProblem | null {
  if (raw.length > limits.row || droppedLine.test(raw)) return rowTooLong
  if (undecodable.test(raw)) return { field: null, reason: 'undecodable', values: { encoding: encoding() } }
  return null
}

export const rowTooLong: RowProblem = { field: null, reason: 'row-too-long', values: { limit: limits.row } }

/** The row as a person may get it back: U+FFFD where bytes could not be read; nothing where it was too long to keep. */
export function rawOf(raw: string): string | null {
  if (raw.length > limits.row || droppedLine.test(raw)) return null
  return raw.replaceAll(/\uDFFF/gu, '\uFFFD')
}
