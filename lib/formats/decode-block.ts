import type { Encoding } from '@/lib/formats/encoding'
import { limits } from '@/lib/formats/limits'
import type { Cutting } from '@/lib/formats/line-ends'
import { droppedLineMark, undecodableMark } from '@/lib/formats/marks'

/**
 * Bytes of whole lines to text. Undecodable bytes become marks, in their own line only; a line longer than any row may be
 * becomes one mark. Everything else is exactly what the bytes say, U+FEFF and U+FFFD included.
 */
export function blockDecoder(encoding: Encoding, cutting: Cutting): (block: Uint8Array) => string {
  const strict = new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
  const loose = new TextDecoder(encoding, { ignoreBOM: true })
  const decodePiece = (piece: Uint8Array) => {
    try {
      return strict.decode(piece)
    } catch {
      return loose.decode(piece).replaceAll('\uFFFD', undecodableMark)
    }
  }
  return (block) => {
    let text: string
    try {
      text = strict.decode(block)
    } catch {
      text = Array.from(cutting.pieces(block), decodePiece).join('')
    }
    return text.length > limits.row ? withoutLongPieces(text, cutting.atCommas) : text
  }
}

function withoutLongPieces(text: string, atCommas: boolean): string {
  return text
    .split(atCommas ? /(\r\n|\r|\n|,)/ : /(\r\n|\r|\n)/)
    .map((part) => (part.length > limits.row ? droppedLineMark : part))
    .join('')
}
