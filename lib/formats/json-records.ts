import type { RowMachine, RowReason } from '@/lib/formats/item-row'
import { limits } from '@/lib/formats/limits'
import { droppedLine, droppedLineMark } from '@/lib/formats/marks'

/** One element of the array as it stands in the file, or the reason why the array stops making sense there (with what there is of the element, if any). */
export type JsonRecord = { line: number; raw: string } | { line: number; raw: string | null; reason: RowReason }

const [tab, lf, cr, space] = [9, 10, 13, 32]
const [quote, comma, openArray, backslash, closeArray, openObject, closeObject] = [34, 44, 91, 92, 93, 123, 125]

/**
 * The elements of one JSON array, record by record in constant memory: finds where each begins and ends, and leaves
 * parsing it to the caller, so that a bad one costs only itself. Text may be cut anywhere but inside a CRLF. An element
 * longer than a row may be is delivered as the dropped mark; where the decoder itself dropped a stretch, or the array's
 * syntax breaks, the last record says so and the rest is not read.
 */
export function jsonRecords(): RowMachine<JsonRecord> {
  let records: JsonRecord[] = []
  let where: 'before' | 'inside' | 'after' | 'lost' = 'before'
  let depth = 0
  let inString = false
  let escaped = false
  let line = 1
  /** The line on which the element began; null while only blanks were seen. */
  let first: number | null = null
  let element = ''

  const grow = (text: string) => {
    if (element.length + text.length > limits.row) element = droppedLineMark
    else if (element !== droppedLineMark) element += text
  }
  const stop = (reason: RowReason, raw: string | null = null) => {
    records.push({ line: first ?? line, raw, reason })
    where = 'lost'
  }
  /** `[]` holds nothing; a comma with nothing before it is an element that is not JSON. */
  const finish = (closing: boolean) => {
    if (first !== null || !closing) records.push({ line: first ?? line, raw: element.trim() })
    element = ''
    first = null
    if (closing) where = 'after'
  }
  /** Outside strings. Returns whether the element ends before this character. */
  const endsElement = (unit: number): boolean => {
    if (depth === 0 && (unit === comma || unit === closeArray || unit === closeObject)) return true
    first ??= line
    if (unit === quote) inString = true
    else if (unit === openArray || unit === openObject) depth += 1
    else if (unit === closeArray || unit === closeObject) depth -= 1
    return false
  }

  const take = (text: string) => {
    let start = 0
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at)
      if (inString) {
        if (escaped) escaped = false
        else if (unit === backslash) escaped = true
        else if (unit === quote) inString = false
        // No line end may stand in a JSON string; it is counted all the same, and parsing refuses the element.
        if (unit !== lf && unit !== cr) continue
      }
      if (unit === lf || (unit === cr && text.charCodeAt(at + 1) !== lf)) line += 1
      if (inString || unit === lf || unit === cr || unit === space || unit === tab) continue
      if (where === 'after') return stop('after-the-end')
      if (where === 'before') {
        if (unit !== openArray) return stop('not-an-array')
        where = 'inside'
        start = at + 1
      } else if (endsElement(unit)) {
        grow(text.slice(start, at))
        start = at + 1
        finish(unit !== comma)
      }
    }
    if (where === 'inside') grow(first === null ? '' : text.slice(start))
  }

  const taken = () => {
    const result = records
    records = []
    return result
  }
  return {
    push(text) {
      const [whole = '', dropped] = text.split(droppedLine, 2)
      if (where !== 'lost') take(whole)
      // What stood in the lost stretch may have closed a string: nothing behind it can be trusted to be a record.
      if (dropped !== undefined && where !== 'lost') stop('row-too-long')
      return taken()
    },
    end() {
      if (where === 'inside') stop('unfinished', element.trim())
      return taken()
    },
  }
}
