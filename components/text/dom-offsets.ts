import type { CodePoints } from '@/lib/spans/code-points'
import { ruler } from './ruler'

/**
 * The one place where the DOM's UTF-16 meets our code points. Works on the element that MarkedText fills (`data-exact-text`):
 * its text content is the text, and every block says in `data-at` where it starts.
 */
const startOf = (element: Element) => Number(element.getAttribute('data-at') ?? 0)

/** The code-point offset of a DOM position; outside the text, the nearer end. */
export function offsetOfDom(root: Element, points: CodePoints, node: Node, offset: number): number {
  if (!root.contains(node)) {
    const before = root.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING
    return before ? 0 : points.length
  }
  const element = node instanceof Element ? node : node.parentElement
  const base = element?.closest('[data-at]')
  const container = base && root.contains(base) ? base : root
  const range = ruler(root.ownerDocument)
  range.setStart(container, 0)
  range.setEnd(node, offset)
  const utf16 = startOf(container) + range.toString().length
  return points.toCodePoint(Math.min(utf16, points.text.length))
}

export type DomPosition = { node: Node; offset: number }

/**
 * The DOM position of an offset. Where two nodes meet it is in the later one, or in the earlier one for the end of
 * something: a range that ends on one line must not reach into the next.
 */
export function domOfOffset(root: Element, points: CodePoints, offset: number, asEnd = false): DomPosition {
  const utf16 = points.toUtf16(offset)
  const inside = asEnd && utf16 > 0 ? utf16 - 1 : utf16
  const container = lastStartingAt(root, inside)
  let rest = utf16 - startOf(container)
  const walker = root.ownerDocument.createTreeWalker(container, NodeFilter.SHOW_TEXT)
  let last: Text | null = null
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (rest < node.length || (asEnd && rest === node.length)) return { node, offset: rest }
    rest -= node.length
    last = node
  }
  return last ? { node: last, offset: last.length } : { node: container, offset: 0 }
}

/**
 * The ranges of `[start, end)`, one a block: a range over several would also give the boxes of the blocks it holds, which
 * are as wide as the column. It is the ruler each time: measure it before going on.
 */
export function* domRanges(root: Element, points: CodePoints, start: number, end: number): Generator<Range> {
  if (start >= end) return
  const last = domOfOffset(root, points, end, true)
  const to = points.toUtf16(end)
  const range = ruler(root.ownerDocument)
  let from = domOfOffset(root, points, start)
  for (;;) {
    const block = from.node.parentElement!.closest('[data-at]')
    const next = block?.nextElementSibling
    const ends = from.node === last.node || !next || startOf(next) >= to || !next.firstChild
    range.setStart(from.node, from.offset)
    if (ends) range.setEnd(last.node, last.offset)
    else range.setEnd(from.node, from.node.textContent!.length)
    yield range
    if (ends) return
    from = { node: next.firstChild, offset: 0 }
  }
}

/** The last child that starts at or before; the parent itself where children have no starts. */
function lastStartingAt(parent: Element, utf16: number): Element {
  const { children } = parent
  if (!children[0]?.hasAttribute('data-at')) return parent
  let low = 0
  let high = children.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (startOf(children[middle]!) <= utf16) low = middle + 1
    else high = middle
  }
  return children[Math.max(0, low - 1)]!
}
