type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

const names: Record<string, string> = {
  ' ': 'space',
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

/**
 * Whether a key press is the chord `keys` ('mod+k', 'shift+right', '?', 'enter'); mod is ⌘ or Ctrl. A letter or digit
 * also matches by its place on the keyboard, so that it works under a Chinese or Cyrillic layout. Shift counts only for
 * letters and named keys: '?' needs it on one layout and not on another.
 */
export function matchesKeys(event: Pressed, keys: string): boolean {
  const parts = keys === '+' ? ['+'] : keys.split('+')
  const key = parts.at(-1) ?? ''
  const wants = new Set(parts.slice(0, -1))
  const sign = key.length === 1 && !/[a-z0-9]/i.test(key)
  if ((event.ctrlKey || event.metaKey) !== wants.has('mod')) return false
  if (event.altKey !== wants.has('alt')) return false
  if (!sign && event.shiftKey !== wants.has('shift')) return false
  const pressed = names[event.key] ?? event.key.toLowerCase()
  if (pressed === key) return true
  const latin = /^[a-z0-9]$/.test(pressed)
  return !latin && (event.code === `Key${key.toUpperCase()}` || event.code === `Digit${key}`)
}
