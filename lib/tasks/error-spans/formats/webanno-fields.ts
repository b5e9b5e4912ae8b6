import type { RowProblem } from '@/lib/formats/item-row'
import { parseJson } from '@/lib/formats/read-native'
import { stackedValues, unescapedText, unescapedValue } from '@/lib/formats/webanno-escapes'
import { codePointsOf } from '@/lib/spans/code-points'
import { utf16Place } from './utf16-place'

type Document = { text: string; spans: Record<string, unknown>[] }
type Problem = RowProblem & { line: number }
type Marked = { line: number; number: number | null; start: number; end: number; features: Map<string, string> }

const failed = (line: number): Problem => ({
  field: null,
  reason: 'not-of-format',
  values: { format: 'WebAnno TSV' },
  line,
})

/**
 * A document's text and the spans of its span layers. Of a layer with a feature `type`, `value` or `identifier` that is the
 * span's type, else its first feature; `*` is none. Sentences that do not touch are joined as INCEpTION does it: by a line
 * break, then blanks. Layers of relations and chains say nothing here.
 */
export function fieldsOfDocument(tsv: string): Document | Problem {
  const lines = tsv
    .replace(/^\uFEFF/, '')
    .split('\n')
    .map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line))
  if (!/^#FORMAT=WebAnno TSV 3\.\d+$/.test(lines[0] ?? '')) return failed(1)
  const columns = columnsOf(lines)
  const marked = new Map<string, Marked>()
  let text = ''
  let sentence: string[] = []
  for (const [index, line] of lines.entries()) {
    if (line.startsWith('#Text=')) sentence.push(unescapedText(line.slice('#Text='.length)))
    if (line === '' || line.startsWith('#')) continue
    const cells = line.split('\t')
    const place = /^(\d+)-(\d+)$/.exec(cells[1] ?? '')
    if (!/^\d+-\d+(?:\.\d+)?$/.test(cells[0] ?? '') || !place) return failed(index + 1)
    const [start, end] = [Number(place[1]), Number(place[2])]
    if (sentence.length) {
      // A line break stood for the sentence's end; one of the text's own at this place is in the sentence already.
      if (text.length === start + 1) text = text.slice(0, -1)
      if (text.length > start || start > 2 * tsv.length)
        return { field: null, reason: 'outside-the-text', line: index + 1 }
      text = text.padEnd(start) + sentence.join('\n') + '\n'
      sentence = []
    }
    const problem = mark(marked, columns, cells.slice(3), { line: index + 1, start, end })
    if (problem) return problem
  }
  const whole = text.slice(0, -1)
  const points = codePointsOf(whole)
  const spans: Record<string, unknown>[] = []
  for (const { line, start, end, features } of inOrder([...marked.values()])) {
    const place = utf16Place(points, start, end, `${start}-${end}`)
    if ('reason' in place) return { ...place, line }
    const references = referencesOf(features.get('references'))
    const type = ['type', 'value', 'identifier'].find((name) => features.has(name)) ?? [...features.keys()][0] ?? ''
    spans.push({
      ...place,
      type: features.get(type) ?? '',
      correction: features.get('correction') ?? '',
      explanation: features.get('explanation') ?? '',
      references,
    })
  }
  return { text: whole, spans }
}

/** By their numbers where all have one, else as they come. */
const inOrder = (spans: readonly Marked[]) =>
  spans.every(({ number }) => number !== null) ? spans.toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0)) : spans

type Column = { layer: number; feature: string } | null

/** What each column behind the token says: a span layer's feature ('' for a layer without any), or nothing to us. */
function columnsOf(lines: readonly string[]): Column[] {
  const headers = lines.slice(
    1,
    lines.findIndex((line, index) => index > 0 && !line.startsWith('#T_')),
  )
  return headers.flatMap((header, layer): Column[] => {
    const features = header.split('|').slice(1)
    const names = features.length ? features : ['']
    return names.map((feature) => (header.startsWith('#T_SP=') ? { layer, feature } : null))
  })
}

/** Adds a token to the spans that its cells name. Spans with a number go on from token to token, others are the token. */
function mark(
  marked: Map<string, Marked>,
  columns: readonly Column[],
  cells: readonly string[],
  token: { line: number; start: number; end: number },
): Problem | null {
  for (const [index, column] of columns.entries()) {
    const cell = cells[index]
    if (cell === undefined) return failed(token.line)
    if (cell === '_' || column === null) continue
    for (const [nth, { value, number }] of stackedValues(cell).entries()) {
      const key = number === null ? `${column.layer} ${token.start}-${token.end} ${nth}` : `${column.layer} ${number}`
      const known = marked.get(key)
      const span = known ?? { ...token, number, features: new Map<string, string>() }
      span.end = Math.max(span.end, token.end)
      // `*` is a layer's mark without a value.
      if (!span.features.get(column.feature))
        span.features.set(column.feature, value === '*' ? '' : unescapedValue(value))
      marked.set(key, span)
    }
  }
  return null
}

function referencesOf(value: string | undefined): string[] {
  if (!value) return []
  const parsed = parseJson(value)
  const list = 'value' in parsed && Array.isArray(parsed.value) ? (parsed.value as unknown[]) : [value]
  return list.map(String)
}
