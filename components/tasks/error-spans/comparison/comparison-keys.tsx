'use client'
import type { useTranslations } from 'next-intl'
import { ShortcutKey } from '@/components/ui/shortcut-key'
import type { ShortcutGroup } from '@/components/ui/shortcut-sheet'

export type KeyVerbs = {
  takeWhole: (letter: string) => void
  /** By the place of the letter; -1: no error here. */
  takeHere: (nth: number) => void
  noError: () => void
  step: (way: 1 | -1) => void
  edit: () => void
  guideline: () => void
  toggleView: () => void
}

/** The keys of the comparison. In the editor its own keys hold; only the one that comes back works in both. */
export function ComparisonKeys({ letters, comparing, readOnly, verbs }: { letters: readonly string[]; comparing: boolean; readOnly: boolean; verbs: KeyVerbs }) {
  const deciding = comparing && !readOnly
  return (
    <>
      {letters.map((letter) => (
        <ShortcutKey key={letter} keys={letter.toLowerCase()} press={() => verbs.takeWhole(letter)} enabled={deciding} />
      ))}
      {letters.map((letter, nth) => (
        <ShortcutKey key={letter} keys={String(nth + 1)} press={() => verbs.takeHere(nth)} enabled={deciding} />
      ))}
      <ShortcutKey keys="0" press={() => verbs.takeHere(-1)} enabled={deciding} />
      <ShortcutKey keys="n" press={verbs.noError} enabled={deciding} />
      <ShortcutKey keys="]" press={() => verbs.step(1)} enabled={comparing} />
      <ShortcutKey keys="[" press={() => verbs.step(-1)} enabled={comparing} />
      <ShortcutKey keys="w" press={verbs.edit} enabled={deciding} />
      <ShortcutKey keys="shift+g" press={verbs.guideline} enabled={comparing} />
      <ShortcutKey keys="shift+v" press={verbs.toggleView} enabled />
    </>
  )
}

/** The same keys, for the sheet behind `?`. */
export function comparisonShortcuts(t: ReturnType<typeof useTranslations<'comparison.keys'>>, letters: readonly string[]): ShortcutGroup {
  const first = letters[0] ?? 'A'
  const last = letters.at(-1) ?? first
  const range = letters.length > 1 ? `${first.toLowerCase()} ${last.toLowerCase()}` : first.toLowerCase()
  return {
    title: t('title'),
    shortcuts: [
      { keys: range, label: t('takeWhole', { first, last }) },
      { keys: '] [', label: t('step') },
      { keys: letters.length > 1 ? `1 ${letters.length}` : '1', label: t('takeHere', { first, last }) },
      { keys: '0', label: t('noneHere') },
      { keys: 'w', label: t('edit') },
      { keys: 'n', label: t('noError') },
      { keys: 'shift+v', label: t('view') },
      { keys: 'shift+g', label: t('guideline') },
      { keys: 'mod+z', label: t('undo') },
      { keys: 'mod+shift+z', label: t('redo') },
    ],
  }
}
