import type { CodePoints } from '@/lib/spans/code-points'
import { linesOf } from '@/lib/spans/lines'

/** One line of the text with its newline: a paragraph on the screen, with a direction of its own. `at` counts UTF-16, as the DOM does. */
export type TextBlock = { readonly at: number; readonly text: string }

/** Blocks that join to exactly the text. One that ends in a newline has an empty last block: a caret can stand there. */
export function textBlocks(points: CodePoints): TextBlock[] {
  const starts = linesOf(points).map(({ start }) => points.toUtf16(start))
  return starts.map((at, index) => ({ at, text: points.text.slice(at, starts[index + 1]) }))
}
