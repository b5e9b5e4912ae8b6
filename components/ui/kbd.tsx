'use client'
import clsx from 'clsx'
import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'

const never = () => () => {}
const onApple = () => /mac|iphone|ipad/i.test(navigator.platform)

const signs: Record<string, string> = {
  enter: '↵',
  space: '␣',
  tab: '⇥',
  backspace: '⌫',
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
  escape: 'Esc',
  delete: 'Del',
  home: 'Home',
  end: 'End',
  pageup: 'PgUp',
  pagedown: 'PgDn',
}
const spoken = [
  'enter',
  'escape',
  'space',
  'shift',
  'tab',
  'backspace',
  'delete',
  'up',
  'down',
  'left',
  'right',
  'home',
  'end',
  'pageup',
  'pagedown',
] as const

/**
 * A key or a chord, as this person's keyboard names it. `keys` joins with '+': 'mod+k' (⌘ or Ctrl), 'shift+right',
 * 'enter'; a sequence is separated by a space: 'g d'.
 */
export function Kbd({
  keys,
  tone = 'plain',
  className,
}: {
  keys: string
  tone?: 'plain' | 'on-accent'
  className?: string
}) {
  const t = useTranslations('common.keys')
  const apple = useSyncExternalStore(never, onApple, () => false)
  const name = (key: string) => {
    if (key === 'mod') return apple ? '⌘' : 'Ctrl'
    if (key === 'alt') return apple ? '⌥' : 'Alt'
    if (key === 'shift') return apple ? '⇧' : t('shift')
    return signs[key] ?? (key.length === 1 ? key.toUpperCase() : key)
  }
  const say = (key: string) => {
    const known = spoken.find((one) => one === key)
    return known ? t(known) : key === 'mod' ? (apple ? 'Command' : 'Control') : name(key)
  }
  const chords = keys.split(' ').map((chord) => (chord === '+' ? ['+'] : chord.split('+')))
  return (
    <kbd className={clsx('inline-flex items-center gap-1 font-sans text-xs font-normal pointer-coarse:hidden', className)}>
      <span className="sr-only">{chords.map((chord) => chord.map(say).join(' ')).join(', ')}</span>
      {chords.map((chord, at) => (
        <span key={at} aria-hidden className="inline-flex gap-0.5">
          {chord.map((key) => (
            <span
              key={key}
              className={clsx(
                'inline-grid h-5 min-w-5 place-items-center rounded-sm border px-1 leading-none',
                tone === 'plain' ? 'border-line bg-paper text-ink-soft' : 'border-on-accent/40 text-on-accent',
              )}
            >
              {name(key)}
            </span>
          ))}
        </span>
      ))}
    </kbd>
  )
}
