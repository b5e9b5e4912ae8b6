import { Refusal } from '@/lib/errors'
import { csvCellRows } from '@/lib/formats/csv-cell-rows'
import { apostropheCaution, csvLine } from '@/lib/formats/csv-cells'
import type { ExchangeFormat, FileIn } from '@/lib/formats/exchange-format'
import type { RowProblem } from '@/lib/formats/item-row'
import { machineRows } from '@/lib/formats/machine-rows'
import { noPlaceIn } from '@/lib/formats/no-place-in'
import { numberedPlace } from '@/lib/formats/numbered-place'
import { mapped, textPieces } from '@/lib/formats/text-pieces'
import { withHeader } from '@/lib/formats/with-header'
import { medecSentences, numberedSentence, statedSentences } from '@/lib/formats/medec-sentences'
import type { Localised } from '@/lib/locale'
import { exchange, foundIn, type Found } from './exchange'
import { cellsOf, isNone, leftByRow, medecColumns } from './medec-row'
import { placeOfQuote } from './place-of-quote'
import { besideMarks, saidIn } from './said-in'

const name: Localised = { en: 'MEDEC CSV', 'zh-CN': 'MEDEC CSV' }

/**
 * MEDEC / MEDIQA-CORR: one row a text, at most one error, placed by its sentence (numbered from 0). Sentences are those that
 * the record states, else cut by the rule of `lib/spans/sentences.ts`. Formulas are made harmless, as in every CSV.
 */
export const medec: ExchangeFormat = exchange({
  code: 'medec',
  name,
  mediaType: 'text/csv',
  shape: { kind: 'file', ending: '.medec.csv' },
  writing: 2,
  write: (records, { stem, lost }) =>
    textPieces(
      `${stem}.medec.csv`,
      withHeader(
        medecColumns,
        mapped(records, (record) => {
          const cells = cellsOf(record)
          lost([...saidIn(record, besideMarks), ...leftByRow(record, cells)])
          return csvLine(cells)
        }),
      ),
    ),
  read,
  hasSentences: true,
  back: (record) => fieldsOf(new Map(cellsOf(record).map((cell, at) => [medecColumns[at] ?? '', cell]))),
  why: {
    spans: { en: 'A MEDEC row holds one error and says its sentence, not its words; of more errors the first is kept.', 'zh-CN': 'MEDEC 每行只有一处错误，且只指出所在句子而非具体文字；多处错误时保留第一处。' },
    'spans.correction': { en: 'A MEDEC row corrects the whole sentence.', 'zh-CN': 'MEDEC 的更正针对整句。' },
    'spans.type': { en: 'A MEDEC row cannot hold this type: blank or NA mean none.', 'zh-CN': 'MEDEC 无法保存该类型：空白或 NA 表示没有类型。' },
    veracity: noPlaceIn(name),
  },
  caution: apostropheCaution,
  alwaysLoses: [
    { field: 'spans', why: { en: 'A MEDEC row holds one error and says its sentence, not its words.', 'zh-CN': 'MEDEC 每行只有一处错误，且只指出所在句子而非具体文字。' } },
    'spans.explanation', 'spans.references', ...besideMarks,
  ],
})

function fieldsOf(cells: ReadonlyMap<string, string>): Record<string, unknown> | RowProblem {
  const said = (column: string) => {
    const cell = cells.get(column) ?? ''
    return isNone(cell) ? null : cell
  }
  const text = cells.get('Text') ?? ''
  const flag = cells.get('Error Flag')?.trim() ?? ''
  if (!['', '0', '1'].includes(flag)) return { field: 'Error Flag', reason: 'not-a-flag', values: { found: flag } }
  const sentences = medecSentences(text, cells.get('Sentences') ?? '')
  const fields = {
    id: cells.get('Text ID'),
    text,
    veracity: flag === '' ? null : flag === '1' ? 'erroneous' : 'correct',
    ...statedSentences(sentences),
  }
  const quote = said('Error Sentence')
  if (flag !== '1' || quote === null) return fields
  const once = placeOfQuote(text, quote, 'Error Sentence')
  const place =
    'reason' in once && once.reason === 'quote-not-unique'
      ? (numberedPlace(text, quote, numberedSentence(sentences, said('Error Sentence ID') ?? '')) ?? once)
      : once
  if ('reason' in place) return place
  return { ...fields, spans: [{ ...place, type: said('Error Type'), correction: said('Corrected Sentence') }] }
}

async function* read(files: AsyncIterable<FileIn>): AsyncGenerator<Found> {
  for await (const { path, bytes } of files)
    for await (const { line, ...row } of machineRows(bytes, (encoding) => csvCellRows(encoding, refuseOthers)))
      yield foundIn(path, line, 'cells' in row ? fieldsOf(row.cells) : row)
}

function refuseOthers(columns: readonly string[]): void {
  for (const column of ['Text ID', 'Text', 'Error Flag'])
    if (columns.filter((each) => each === column).length !== 1) throw new Refusal('invalid', 'not-medec', { column })
}
