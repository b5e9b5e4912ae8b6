/**
 * Text of other people within Markdown: it shows as it was written and makes no heading, link, picture, table cell or tag.
 * Line ends and control characters become blanks.
 */
export function markdownText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .replaceAll('&', '&amp;')
    .replaceAll(/[\\`*_[\]#|~$]/g, String.raw`\$&`)
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/^(\d+)(?=[.)])/, '$1\\')
    .replace(/^[-+=]/, String.raw`\$&`)
}

/** Paragraphs of other people: blank lines separate them, all else is their words. */
export const markdownParagraphs = (text: string): string =>
  text
    .split(/(?:\r\n?|\n)\s*(?:\r\n?|\n)/)
    .map(markdownText)
    .filter((paragraph) => paragraph !== '')
    .join('\n\n')

/** A table; cells are Markdown already. Numbers stand to the right. */
export function markdownTable(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`
  const isNumeric = (column: number) => rows.length > 0 && rows.every((row) => typeof row[column] === 'number')
  return [line(head), line(head.map((_, column) => (isNumeric(column) ? '--:' : '---'))), ...rows.map(line)].join('\n')
}
