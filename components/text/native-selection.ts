import { edgeAtOrBefore } from '@/lib/spans/edges'
import { domOfOffset, offsetOfDom } from './dom-offsets'
import type { TextModel } from './text-model'
import { caretAt, isCaret, sameSelection, snappedSelection, type TextSelection } from './text-selection'

/** What the browser has selected in this text, on grapheme edges; null when its selection began elsewhere. */
export function readNativeSelection(root: Element, model: TextModel): TextSelection | null {
  const native = root.ownerDocument.getSelection()
  if (!native?.anchorNode || !native.focusNode || !root.contains(native.anchorNode)) return null
  const anchor = offsetOfDom(root, model.points, native.anchorNode, native.anchorOffset)
  const focus = offsetOfDom(root, model.points, native.focusNode, native.focusOffset)
  if (anchor === focus) return caretAt(edgeAtOrBefore(model.graphemes, anchor))
  return snappedSelection(model, { anchor, focus })
}

/** Makes the browser show and copy what is selected here; nothing happens when it already does. */
export function writeNativeSelection(root: Element, model: TextModel, selection: TextSelection): void {
  const now = readNativeSelection(root, model)
  if (now && sameSelection(now, selection)) return
  const { anchor, focus } = selection
  const from = domOfOffset(root, model.points, anchor, !isCaret(selection) && anchor > focus)
  const to = domOfOffset(root, model.points, focus, !isCaret(selection) && focus > anchor)
  root.ownerDocument.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
}
