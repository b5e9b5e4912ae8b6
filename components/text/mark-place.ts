import { boxesOf, caretBox, directionAt } from './dom-boxes'
import type { Mark } from './mark'
import type { MarkBox } from './mark-shape'
import type { TextModel } from './text-model'

/** Where a mark is drawn, in pixels of the frame. */
export type Place = { boxes: readonly MarkBox[]; labelX: number; rightToLeft: boolean }

/** Measures a mark in the text. A place that does not lie in the text (a draft of another one) is drawn nowhere. */
export function placeOn(root: Element, model: TextModel, { start, end }: Mark, within: DOMRect): Place {
  if (start >= end || end > model.points.length) return { boxes: [], labelX: 0, rightToLeft: false }
  return {
    boxes: boxesOf(root, model, { start, end }).map(({ left, top, width, height }) => ({
      left: left - within.left,
      top: top - within.top,
      width: Math.max(width, 2),
      height,
    })),
    labelX: caretBox(root, model, start).x - within.left,
    rightToLeft: directionAt(root, model, start) === 'rtl',
  }
}
