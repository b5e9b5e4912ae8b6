import type { ExchangeFormat, FileIn, OnLoss, Piece } from '@/lib/formats/exchange-format'
import { filePathOfId, idOfFilePath } from '@/lib/formats/file-path-of-id'
import type { RowProblem } from '@/lib/formats/item-row'
import { textPieces } from '@/lib/formats/text-pieces'
import { wholeText } from '@/lib/formats/whole-text'
import { annOf, bratType, lineBreaks } from './brat-ann'
import { spansOfAnn } from './brat-spans'
import { exchange, type Found } from './exchange'
import type { ExchangeRecord } from './exchange-record'
import { lostToMarks } from './lost-to-marks'
import { besideMarks, saidIn } from './said-in'

/**
 * brat standoff: a folder with `ID.txt` and `ID.ann` for each item and one `annotation.conf` that names the types. Offsets
 * in code points; a span over several lines is written in pieces, one a line; corrections, explanations and references are
 * notes on their span.
 */
export const brat: ExchangeFormat = exchange({
  code: 'brat',
  name: { en: 'brat standoff', 'zh-CN': 'brat standoff' },
  mediaType: 'text/plain',
  shape: { kind: 'folder' },
  write,
  read,
  back: ({ id, text, spans }) => fieldsOf(id, text, annOf(text, spans)),
  why: {
    spans: { en: 'A span in brat cannot begin or end at a line break.', 'zh-CN': 'brat 的标注不能以换行开始或结束。' },
    veracity: { en: 'Standoff files say only what is marked: a text without marks reads back as correct.', 'zh-CN': '分离式标注文件只说明标出的内容：没有标注的文本读回时视为无误。' },
    outcome: { en: 'Standoff files say only what is marked: an unusable text reads back as correct.', 'zh-CN': '分离式标注文件只说明标出的内容：不可用的文本读回时视为无误。' },
  },
  alwaysLoses: besideMarks,
})

async function* write(records: AsyncIterable<ExchangeRecord>, { stem, lost }: { stem: string; lost: OnLoss }): AsyncGenerator<Piece> {
  const types = new Set<string>()
  for await (const record of records) {
    const { id, text, spans } = record
    lost(leftBehind(record))
    const path = `${stem}/${filePathOfId(id)}`
    for (const { type } of spans) types.add(bratType(type))
    yield* textPieces(`${path}.txt`, [text])
    yield* textPieces(`${path}.ann`, [annOf(text, spans)])
  }
  const entities = [...types].toSorted().map((type) => `${type}\n`)
  yield* textPieces(`${stem}/annotation.conf`, [
    `[entities]\n${entities.join('')}\n[relations]\n\n[events]\n\n[attributes]\n`,
  ])
}

/** A span that begins or ends at a line break is cut to what is between, and is gone where there is nothing. */
function leftBehind(record: ExchangeRecord): string[] {
  const rests = record.spans.map(({ quote }) => quote.split(lineBreaks))
  const isCut = rests.some((pieces) => pieces[0] === '' || pieces.at(-1) === '')
  const marked = rests.filter((pieces) => pieces.some((piece) => piece !== '')).length
  return [...saidIn(record, besideMarks), ...(isCut ? ['spans'] : []), ...lostToMarks(record, marked)]
}

function fieldsOf(id: string, text: string, ann: string): Record<string, unknown> | (RowProblem & { line: number }) {
  const spans = spansOfAnn(text, ann)
  if ('reason' in spans) return spans
  return { id, text, veracity: spans.spans.length ? 'erroneous' : 'correct', spans: spans.spans }
}

/** A document's two files need not follow each other: `a.ann`, `a.b.ann`, `a.b.txt`, `a.txt` is the order of paths. */
async function* read(files: AsyncIterable<FileIn>): AsyncGenerator<Found> {
  const waiting = new Map<string, { ann?: string; txt?: string }>()
  for await (const { path, bytes } of files) {
    const { 1: base, 2: ending } = /^(.*)\.(txt|ann)$/su.exec(path) ?? []
    if (base === undefined || (ending !== 'txt' && ending !== 'ann')) continue
    const content = await wholeText(bytes)
    const pair = waiting.get(base) ?? {}
    if (typeof content === 'string') waiting.set(base, { ...pair, [ending]: content })
    else yield { path, line: 1, ...content }
    const { ann, txt } = waiting.get(base) ?? {}
    if (ann === undefined || txt === undefined) continue
    waiting.delete(base)
    const found = fieldsOf(idOfFilePath(base), txt, ann)
    if ('reason' in found) yield { path: `${base}.ann`, ...(found as RowProblem & { line: number }) }
    else yield { path: `${base}.ann`, line: 1, fields: found }
  }
  for (const [base, { txt }] of waiting) {
    if (txt === undefined) yield { path: `${base}.ann`, line: 1, field: null, reason: 'no-text' }
    else yield { path: `${base}.txt`, line: 1, field: null, reason: 'no-answer' }
  }
}
