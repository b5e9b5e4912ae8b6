import { edgeAfter, edgeBefore } from '@/lib/spans/edges'
import { domOfOffset, domRanges, offsetOfDom } from './dom-offsets'
import type { Mark } from './mark'
import { ruler } from './ruler'
import type { TextModel } from './text-model'
import type { CaretBox } from './visual-lines'

/** Where places of a text are on the screen, in pixels of the viewport. Reads layout: call it in effects and handlers only. */
const rectsOf = (root: Element, model: TextModel, start: number, end: number): DOMRect[] => {
  const rects: DOMRect[] = []
  for (const range of domRanges(root, model.points, start, end)) rects.push(...range.getClientRects())
  const wide = rects.filter(({ width, height }) => width > 0.5 && height > 0)
  return wide.length > 0 ? wide : rects.filter(({ height }) => height > 0)
}

/** Where the caret stands at an offset; at a wrap on the lower line, or `upstream` at the end of the upper one. */
export function caretBox(root: Element, model: TextModel, offset: number, upstream = false): CaretBox {
  const { graphemes, points } = model
  const next = edgeAfter(graphemes, offset)
  const previous = edgeBefore(graphemes, offset)
  const newlineAhead = offset < points.length && isNewline(model, offset)
  const afterNewline = offset > 0 && isNewline(model, previous)
  const ahead = offset < points.length && !upstream ? rectsOf(root, model, offset, next)[0] : undefined
  const behind = offset > 0 && !afterNewline ? rectsOf(root, model, previous, offset).at(-1) : undefined
  // A newline has no reliable box of its own; after one, nothing behind is on this line.
  const rect = newlineAhead ? (behind ?? ahead) : (ahead ?? behind)
  if (!rect) return emptyLineBox(root, model, offset)
  const atStart = rect === ahead
  const { node, offset: at } = domOfOffset(root, points, offset)
  const { top, bottom, left, right } = rect
  const native = collapsedRect(node, at)
  if (native && native.bottom > top + 1 && native.top < bottom - 1) return { x: native.left, top, bottom }
  const rtl = directionAt(root, model, offset) === 'rtl'
  return { x: atStart !== rtl ? left : right, top, bottom }
}

function collapsedRect(node: Node, offset: number): DOMRect | undefined {
  const range = ruler(document)
  range.setStart(node, offset)
  range.collapse(true)
  return range.getClientRects()[0]
}

function emptyLineBox(root: Element, model: TextModel, offset: number): CaretBox {
  const { node } = domOfOffset(root, model.points, offset)
  const element = node instanceof Element ? node : node.parentElement!
  const block = element.closest('[dir]') ?? element
  const { left, right, top, bottom } = block.getBoundingClientRect()
  const inset = Math.max(0, (Math.min(bottom - top, parseFloat(getComputedStyle(block).lineHeight)) - 20) / 2)
  return { x: getComputedStyle(block).direction === 'rtl' ? right : left, top: top + inset, bottom: bottom - inset }
}

/** The direction of the paragraph at an offset. */
export function directionAt(root: Element, model: TextModel, offset: number): 'ltr' | 'rtl' {
  const { node } = domOfOffset(root, model.points, offset)
  const element = node instanceof Element ? node : node.parentElement!
  return getComputedStyle(element.closest('[dir]') ?? element).direction === 'rtl' ? 'rtl' : 'ltr'
}

export const isNewline = ({ points }: TextModel, offset: number) =>
  /^[\n\r\u2028\u2029]/.test(points.slice(offset, offset + 1))

/** The rectangles of a place, line by line. */
export const boxesOf = (root: Element, model: TextModel, { start, end }: { start: number; end: number }) =>
  rectsOf(root, model, start, end)

/** The offset nearest to a point of the viewport, or null where the point is not on the text. */
export function offsetAtPoint(root: Element, model: TextModel, x: number, y: number): number | null {
  const position = positionFromPoint(x, y)
  if (!position || !root.contains(position.node)) return null
  return offsetOfDom(root, model.points, position.node, position.offset)
}

/** The marks drawn under a point, innermost (shortest) first. */
export function marksAtPoint(root: Element, model: TextModel, marks: readonly Mark[], x: number, y: number): string[] {
  const offset = offsetAtPoint(root, model, x, y)
  if (offset === null) return []
  return marks
    .filter(({ start, end }) => start <= offset && offset <= end)
    .filter((mark) =>
      boxesOf(root, model, mark).some(
        (box) => box.left <= x && x <= box.right && box.top - 4 <= y && y <= box.bottom + 8,
      ),
    )
    .sort((a, b) => a.end - a.start - (b.end - b.start))
    .map(({ id }) => id)
}

type OlderDocument = { caretRangeFromPoint?: (x: number, y: number) => Range | null }

function positionFromPoint(x: number, y: number): { node: Node; offset: number } | null {
  if (typeof document.caretPositionFromPoint === 'function') {
    const position = document.caretPositionFromPoint(x, y)
    return position && { node: position.offsetNode, offset: position.offset }
  }
  const range = (document as OlderDocument).caretRangeFromPoint?.(x, y)
  return range ? { node: range.startContainer, offset: range.startOffset } : null
}
