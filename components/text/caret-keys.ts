import type { CaretDirection, CaretUnit } from '@/lib/spans/caret'

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** What a key asks of the caret. Lines and pages are those of the screen. */
export type CaretMove =
  | {
      kind: 'unit'
      unit: Extract<CaretUnit, 'grapheme' | 'word' | 'sentence' | 'text'>
      direction: CaretDirection
      extend: boolean
    }
  | { kind: 'line' | 'page' | 'line-edge'; direction: CaretDirection; extend: boolean }
  | { kind: 'all' }

/**
 * The caret keys of a text. Left and right follow the paragraph's direction; with Ctrl or Alt they go by word, up and down
 * by sentence; ⌘ goes to the edge as it does on a Mac. Null: not a key of the caret.
 */
export function caretMove(event: Pressed, rightToLeft: boolean): CaretMove | null {
  const { key, shiftKey: extend, metaKey: command } = event
  const wide = event.ctrlKey || event.altKey
  const side = (forward: boolean): CaretDirection => (forward ? 'forward' : 'backward')
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowRight': {
      const direction = side((key === 'ArrowRight') !== rightToLeft)
      if (command) return { kind: 'line-edge', direction, extend }
      return { kind: 'unit', unit: wide ? 'word' : 'grapheme', direction, extend }
    }
    case 'ArrowUp':
    case 'ArrowDown': {
      const direction = side(key === 'ArrowDown')
      if (command) return { kind: 'unit', unit: 'text', direction, extend }
      if (wide) return { kind: 'unit', unit: 'sentence', direction, extend }
      return { kind: 'line', direction, extend }
    }
    case 'Home':
    case 'End': {
      const direction = side(key === 'End')
      return event.ctrlKey || command
        ? { kind: 'unit', unit: 'text', direction, extend }
        : { kind: 'line-edge', direction, extend }
    }
    case 'PageUp':
    case 'PageDown':
      // Ctrl+PageUp and PageDown change the browser's tab.
      return wide || command ? null : { kind: 'page', direction: side(key === 'PageDown'), extend }
    case 'a':
    case 'A':
      return (event.ctrlKey || command) && !event.altKey && !extend ? { kind: 'all' } : null
    default:
      return null
  }
}
