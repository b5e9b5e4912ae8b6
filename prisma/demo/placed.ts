/** Where a told span stands: `[start, end)` in code points. Throws when the quote is absent, or ambiguous without `occurrence`. */
import { codePointsOf } from '@/lib/spans/code-points'

export function placed({ quote, occurrence }: { quote: string; occurrence?: number }, text: string) {
  const starts: number[] = []
  if (quote === '') throw new Error('an empty quote stands nowhere')
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) starts.push(at)
  if (occurrence === undefined && starts.length !== 1) throw new Error(`${starts.length} times in the text: ${quote}`)
  const start = starts[(occurrence ?? 1) - 1]
  if (start === undefined) throw new Error(`no occurrence ${occurrence} in the text: ${quote}`)
  const points = codePointsOf(text)
  return { start: points.toCodePoint(start), end: points.toCodePoint(start + quote.length) }
}
