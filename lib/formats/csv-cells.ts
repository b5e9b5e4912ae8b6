import type { Localised } from '@/lib/locale'

/**
 * What a spreadsheet would take for a formula: = + - @ (also full-width) first or behind blanks, or a control character
 * first. Apostrophes before it have been set by this file or by another of its kind.
 */
const formula = /^'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/u
const neutralised = /^'+(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/u

/** A number as JSON writes one: a spreadsheet takes it for itself, below zero too, and every other reader needs it as it is. */
const plainNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?$/i

/** A cell that no spreadsheet runs: an apostrophe is set before what could be a formula. `restoredCell` takes it off again. */
export const safeCell = (cell: string): string => (formula.test(cell) && !plainNumber.test(cell) ? `'${cell}` : cell)

/** What `safeCell` was given; also of files in which numbers below zero still had an apostrophe. */
export const restoredCell = (cell: string): string => (neutralised.test(cell) ? cell.slice(1) : cell)

/** For cards of data sets: who reads such a file otherwise would count offsets in another text. */
export const apostropheCaution: Localised = {
  en: 'A cell that a spreadsheet would take for a formula has an apostrophe before it: offsets and hashes are of the text without it, so take it off first.',
  'zh-CN': '可能被电子表格当作公式的单元格前加了一个单引号；偏移和哈希均针对不含该单引号的文本，使用前请先去掉。',
}

/** One row, LF at its end. Quoted wherever any reader might cut, be it at a semicolon or a tab. */
export function csvLine(cells: readonly string[]): string {
  return cells.map((cell) => quoted(safeCell(cell))).join(',') + '\n'
}

const quoted = (cell: string) => (/[",;\t\r\n\p{Z}]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
