import { Refusal } from '@/lib/errors'
import { restoredCell } from '@/lib/formats/csv-cells'
import { csvTable, type CsvHeader, type CsvRow } from '@/lib/formats/csv-table'
import type { Encoding } from '@/lib/formats/encoding'
import type { ItemRow, RowMachine } from '@/lib/formats/item-row'
import { rawOf } from '@/lib/formats/marks'
import { medecSentences, numberedSentence, statedSentences } from '@/lib/formats/medec-sentences'
import { numberedPlace } from '@/lib/formats/numbered-place'
import type { RecordReader } from '@/lib/formats/read-record'
import { referenceJson, referenceLabel } from '@/lib/formats/reference-label'
import { codePointsOf } from '@/lib/spans/code-points'
import type { Interval } from '@/lib/spans/interval'

/**
 * MEDEC / MEDIQA-CORR. Readers see `Text`, nothing else; where its sentences stand is part of the item, for runs name them
 * by number. Everything the file says besides, columns unknown here included, is sealed as it stands under `sealed.medec`,
 * but for the apostrophe before what a spreadsheet would run; the label is read into `sealed.reference`, its error sentence
 * located in the text, by its number where its words do not stand exactly once. Files without labels (test sets) import
 * too. Throws Refusal `not-medec` without `Text ID` and `Text`.
 */
export function medecRows<Content>(options: {
  readRecord: RecordReader<Content>
  encoding: () => Encoding
  onHeader: (header: CsvHeader) => void
  /** Whether an item says how its sentences are numbered. */
  hasSentences: boolean
}): RowMachine<ItemRow<Content>> {
  let columns: string[] = []
  const table = csvTable({
    delimiter: null,
    encoding: options.encoding,
    onHeader(header) {
      columns = header.columns
      for (const column of ['Text ID', 'Text'])
        if (columns.filter((each) => each === column).length !== 1)
          throw new Refusal('invalid', 'not-medec', { column })
      options.onHeader(header)
    },
  })

  const rowOf = (row: CsvRow): ItemRow<Content> => {
    const cells = new Map(columns.map((column, index) => [column, restoredCell(row.cells[index] ?? '')]))
    const text = cells.get('Text') ?? ''
    const flag = cells.get('Error Flag')?.trim() ?? ''
    if (!['', '0', '1'].includes(flag))
      return { line: row.line, field: 'Error Flag', reason: 'not-a-flag', values: { found: flag }, raw: rawOf(row.raw) }
    const said = (column: string) => {
      const cell = cells.get(column)
      return cell === undefined || ['', 'NA'].includes(cell.trim()) ? null : cell
    }
    const id = cells.get('Text ID')
    const quote = said('Error Sentence')
    cells.delete('Text ID')
    cells.delete('Text')
    const erroneous = flag === '1'
    const sentences = erroneous || options.hasSentences ? medecSentences(text, cells.get('Sentences') ?? '') : []
    const label = referenceLabel({
      text,
      erroneous,
      quote,
      type: said('Error Type'),
      correction: said('Corrected Sentence'),
      sentence: erroneous ? sentenceOf(text, quote, numberedSentence(sentences, cells.get('Error Sentence ID') ?? '')) : null,
    })
    const sealed = { medec: Object.fromEntries(cells), ...(flag === '' ? {} : { reference: referenceJson(label) }) }
    const stated = options.hasSentences ? statedSentences(sentences) : {}
    const result = options.readRecord({ id, text, ...stated, sealed: cells.size === 0 ? {} : sealed })
    if (!('reason' in result)) return { line: row.line, item: result }
    const field = result.field === 'id' ? 'Text ID' : result.field === 'text' ? 'Text' : result.field
    return { line: row.line, ...result, field, raw: rawOf(row.raw) }
  }
  const rowsOf = (rows: ReturnType<typeof table.push>) => rows.map((row) => ('reason' in row ? row : rowOf(row)))
  return { push: (text) => rowsOf(table.push(text)), end: () => rowsOf(table.end()) }
}

/** In UTF-16 units; where the quotation begins with the numbered sentence and goes on behind it, as far as it goes. */
function sentenceOf(text: string, quote: string | null, numbered: Interval | null): { start: number; end: number } | null {
  const place = (quote === null ? null : numberedPlace(text, quote, numbered)) ?? numbered
  const points = codePointsOf(text)
  return place && { start: points.toUtf16(place.start), end: points.toUtf16(place.end) }
}
