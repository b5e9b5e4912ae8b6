/** Calls `visit` with each line of the text, its terminator (LF, CRLF, CR; '' at the very end) apart. */
export function eachLine(text: string, visit: (line: string, terminator: string) => void): void {
  const lf = nextOf(text, '\n')
  const cr = nextOf(text, '\r')
  let start = 0
  while (start < text.length) {
    const end = Math.min(lf(start), cr(start), text.length)
    const terminator = end === text.length ? '' : lf(start) === end ? '\n' : lf(start) === end + 1 ? '\r\n' : '\r'
    visit(text.slice(start, end), terminator)
    start = end + (terminator.length || 1)
  }
}

/** Where `mark` next stands at or behind a place that only moves forward; Infinity when nowhere. Reads the text once. */
export function nextOf(text: string, mark: string): (from: number) => number {
  let next = -1
  return (from) => {
    if (next < from) {
      next = text.indexOf(mark, from)
      if (next === -1) next = Infinity
    }
    return next
  }
}
