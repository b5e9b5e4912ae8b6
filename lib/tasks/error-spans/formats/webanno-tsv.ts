import type { ExchangeFormat, FileIn, OnLoss, Piece } from '@/lib/formats/exchange-format'
import { filePathOfId, idOfFilePath } from '@/lib/formats/file-path-of-id'
import type { RowProblem } from '@/lib/formats/item-row'
import { textPieces } from '@/lib/formats/text-pieces'
import { wholeText } from '@/lib/formats/whole-text'
import { exchange, type Found } from './exchange'
import type { ExchangeRecord } from './exchange-record'
import { lostToMarks } from './lost-to-marks'
import { besideMarks, saidIn } from './said-in'
import { webannoDocument } from './webanno-document'
import { fieldsOfDocument } from './webanno-fields'

/**
 * WebAnno TSV 3.3: a folder with `ID.tsv` for each item, offsets in UTF-16 units. Tokens end wherever a span does, so that
 * no span needs parts of tokens; spans are a layer with the features type, correction, explanation and references.
 */
export const webannoTsv: ExchangeFormat = exchange({
  code: 'webanno-tsv',
  name: { en: 'WebAnno TSV 3.3', 'zh-CN': 'WebAnno TSV 3.3' },
  mediaType: 'text/tab-separated-values',
  shape: { kind: 'folder' },
  write,
  read,
  back: ({ id, text, spans }) => fieldsOf(id, webannoDocument(text, spans)),
  why: {
    veracity: { en: 'Layers say only what is marked: a text without marks reads back as correct.', 'zh-CN': '标注层只说明标出的内容：没有标注的文本读回时视为无误。' },
    outcome: { en: 'Layers say only what is marked: an unusable text reads back as correct.', 'zh-CN': '标注层只说明标出的内容：不可用的文本读回时视为无误。' },
  },
  alwaysLoses: besideMarks,
})

async function* write(records: AsyncIterable<ExchangeRecord>, { stem, lost }: { stem: string; lost: OnLoss }): AsyncGenerator<Piece> {
  for await (const record of records) {
    const { id, text, spans } = record
    lost([...saidIn(record, besideMarks), ...lostToMarks(record, spans.length)])
    yield* textPieces(`${stem}/${filePathOfId(id)}.tsv`, [webannoDocument(text, spans)])
  }
}

function fieldsOf(id: string, tsv: string): Record<string, unknown> | (RowProblem & { line: number }) {
  const found = fieldsOfDocument(tsv)
  if ('reason' in found) return found
  return { id, veracity: found.spans.length ? 'erroneous' : 'correct', ...found }
}

async function* read(files: AsyncIterable<FileIn>): AsyncGenerator<Found> {
  for await (const { path, bytes } of files) {
    const { 1: base } = /^(.*)\.tsv$/su.exec(path) ?? []
    if (base === undefined) continue
    const tsv = await wholeText(bytes)
    const found = typeof tsv === 'string' ? fieldsOf(idOfFilePath(base), tsv) : { ...tsv, line: 1 }
    if ('reason' in found) yield { path, ...(found as RowProblem & { line: number }) }
    else yield { path, line: 1, fields: found }
  }
}
