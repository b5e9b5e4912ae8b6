/** WebAnno TSV's escapes. A text keeps its line (`#Text=` and tokens); a value also its place among stacked ones. */
const letters: Readonly<Record<string, string>> = { '\t': 't', '\n': 'n', '\f': 'f', '\r': 'r', '\b': 'b', '\\': '\\' }
const signs: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(letters).map(([sign, letter]) => [letter, sign]),
)

export function escapedText(text: string): string {
  // oxlint-disable-next-line no-control-regex -- the format escapes them
  return text.replace(/[\\\x00-\x08\x0a\x0c-\x1f\t]/g, (unit) => `\\${letters[unit] ?? unit}`)
}

/** `\` before anything that is no letter of the format's is that character alone. */
export const unescapedText = (escaped: string): string =>
  escaped.replace(/\\([^])/g, (_, unit: string) => signs[unit] ?? unit)

export const escapedValue = (value: string): string =>
  value.replace(/->|[\\[\]|_;\t\n\r*]/g, (sign) => `\\${letters[sign] ?? sign}`)

export const unescapedValue = (escaped: string): string =>
  escaped.replace(/\\([^])/g, (_, unit: string) => ({ t: '\t', n: '\n', r: '\r' })[unit] ?? unit)

/** The stacked values of a cell, each as it stands, its number apart (`PERSON[2]`); a sign behind a backslash cuts nothing. */
export function stackedValues(cell: string): { value: string; number: number | null }[] {
  const stacked = ['']
  for (const { 0: unit } of cell.matchAll(/\\[^]|[^]/g)) {
    if (unit === '|') stacked.push('')
    else stacked.push((stacked.pop() ?? '') + unit)
  }
  return stacked.map((each) => {
    const { 1: value = each, 2: number } = /^((?:\\[^]|[^\\[])*)\[(\d+)\]$/.exec(each) ?? []
    return { value, number: number === undefined ? null : Number(number) }
  })
}
