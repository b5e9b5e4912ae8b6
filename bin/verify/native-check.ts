/**
 * Checks native JSON Lines while their bytes go by: every line a record, its text the text that was judged (`textSha256`),
 * every quote the text at its offsets in code points, wherever in the record it stands, and no id a second time in the
 * release. Keeps the ids, never a record.
 */
import { createHash } from 'node:crypto'
import { codePointsOf, type CodePoints } from '@/lib/spans/code-points'

/** Problems told of one file; a file that is all wrong needs no hundred thousand sentences. */
const mostProblems = 20
const longestLine = 64 * 1024 * 1024

export type NativeCheck = { push: (bytes: Uint8Array) => void; end: () => { records: number; problems: string[] } }

/** `seen`: the file of each id so far, over all files of the release. */
export function nativeCheck(path: string, seen: Map<string, string>): NativeCheck {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const problems: string[] = []
  let [rest, line, records, isOver] = ['', 0, 0, false]
  const tell = (problem: string) => void problems.push(`${path}, line ${line}: ${problem}`)
  const take = (text: string) => {
    line += 1
    if (text === '') return tell('the line is empty.')
    records += 1
    const record = parsed(text)
    if (record === null) return tell('this is not a JSON object.')
    const { id } = record
    if (typeof id !== 'string') return tell('the record has no id.')
    const before = seen.get(id)
    if (before !== undefined)
      tell(before === path ? `the id ${id} comes twice.` : `the id ${id} stands in ${before} too.`)
    else seen.set(id, path)
    for (const problem of recordProblems(record)) tell(`${id}: ${problem}`)
  }
  const push = (piece: string) => {
    const lines = (rest + piece).split('\n')
    rest = lines.pop() ?? ''
    for (const each of lines) take(each)
    if (rest.length > longestLine) stop('a line is longer than any record.')
  }
  const stop = (problem: string) => {
    line += 1
    tell(problem)
    isOver = true
  }
  const decoded = (bytes?: Uint8Array) => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode()
    } catch {
      stop('this is not UTF-8.')
      return ''
    }
  }
  return {
    push: (bytes) => void (isOver || push(decoded(bytes))),
    end: () => {
      if (!isOver) push(decoded())
      if (!isOver && rest !== '') {
        take(rest)
        tell('the last line has no end.')
      }
      const more = problems.length - mostProblems
      return {
        records,
        problems: more > 0 ? [...problems.slice(0, mostProblems), `${path}: ${more} more problems.`] : problems,
      }
    },
  }
}

function* recordProblems(record: Record<string, unknown>): Generator<string> {
  const { text, textSha256 } = record
  if (typeof text !== 'string') return
  if (textSha256 !== undefined && createHash('sha256').update(text).digest('hex') !== textSha256)
    yield 'its text is not the text that textSha256 names.'
  const points = codePointsOf(text)
  for (const span of spansIn(record))
    if (!quotes(span, points))
      yield `the quote ${JSON.stringify(span.quote)} is not the text at ${span.start} to ${span.end}.`
}

type Span = { start: number; end: number; quote: string }

function* spansIn(value: unknown): Generator<Span> {
  if (typeof value !== 'object' || value === null) return
  const { start, end, quote } = value as Record<string, unknown>
  if (typeof start === 'number' && typeof end === 'number' && typeof quote === 'string') yield { start, end, quote }
  for (const each of Object.values(value)) yield* spansIn(each)
}

const quotes = ({ start, end, quote }: Span, points: CodePoints) =>
  Number.isInteger(start) &&
  Number.isInteger(end) &&
  0 <= start &&
  start <= end &&
  end <= points.length &&
  points.slice(start, end) === quote

function parsed(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null
  } catch {
    return null
  }
}
