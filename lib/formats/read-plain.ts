import type { Encoding } from '@/lib/formats/encoding'
import type { ItemRow, RowMachine } from '@/lib/formats/item-row'
import { limits } from '@/lib/formats/limits'
import { decoderProblem, droppedLineMark, rawOf } from '@/lib/formats/marks'
import type { RecordReader } from '@/lib/formats/read-record'
import { eachLine } from '@/lib/formats/text-lines'

/** How a plain file holds its texts: one in all, one a line, or one a paragraph (paragraphs stand between blank lines). */
export type PlainUnit = 'file' | 'line' | 'paragraph'

/**
 * Plain texts. The text of a file is all of it, its last line end included; of a line or paragraph everything but the line
 * end behind it; line ends inside stay as they are. Ids: the file's stem, or `stem-1`, `stem-2`… in the order of the file.
 */
export function plainRows<Content>(options: {
  unit: PlainUnit
  stem: string
  readRecord: RecordReader<Content>
  encoding: () => Encoding
}): RowMachine<ItemRow<Content>> {
  const { unit, stem, readRecord, encoding } = options
  let line = 0
  let count = 0
  /** The text so far and the line end that belongs to it only if more text follows. */
  let open: { line: number; text: string; terminator: string } | null = null
  let rows: ItemRow<Content>[] = []

  const finish = () => {
    if (open === null) return
    const text = unit === 'file' ? open.text + open.terminator : open.text
    const first = open.line
    open = null
    if (text.trim() === '') return
    count += 1
    const marked = text.isWellFormed() ? null : decoderProblem(text, encoding)
    const result = marked ?? readRecord({ id: unit === 'file' ? stem : `${stem}-${count}`, text })
    if ('reason' in result) rows.push({ line: first, ...result, raw: rawOf(text) })
    else rows.push({ line: first, item: result })
  }
  const take = (text: string, terminator: string) => {
    line += 1
    if (unit === 'paragraph' && text.trim() === '') return finish()
    open ??= { line, text: '', terminator: '' }
    const longer = open.text + open.terminator + text
    open = { line: open.line, text: longer.length > limits.row ? droppedLineMark : longer, terminator }
    if (unit === 'line') finish()
  }
  const taken = () => {
    const result = rows
    rows = []
    return result
  }
  return {
    push(text) {
      eachLine(text, take)
      return taken()
    },
    end() {
      finish()
      return taken()
    },
  }
}
