'use client'
import type { useTranslations } from 'next-intl'
import { ShortcutKey } from '@/components/ui/shortcut-key'
import type { ShortcutGroup } from '@/components/ui/shortcut-sheet'

/** Behind the letters of as many readings as there can be. */
export const keepKey = 'k'

type Verbs = { takeWhole: (nth: number) => void; take: (nth: number) => void; keep: () => void; step: (way: 1 | -1) => void; edit: () => void; toggle: () => void; normalise: () => void }

/** The keys of the comparison. In the editor its own keys hold; only the one that comes back works in both. */
export function ComparisonKeys({ letters, comparing, readOnly, verbs }: { letters: readonly string[]; comparing: boolean; readOnly: boolean; verbs: Verbs }) {
  const deciding = comparing && !readOnly
  return (
    <>
      {letters.map((letter, nth) => (
        <ShortcutKey key={letter} keys={letter.toLowerCase()} press={() => verbs.takeWhole(nth)} enabled={deciding} />
      ))}
      {letters.map((letter, nth) => (
        <ShortcutKey key={letter} keys={String(nth + 1)} press={() => verbs.take(nth)} enabled={deciding} />
      ))}
      <ShortcutKey keys={keepKey} press={verbs.keep} enabled={deciding} />
      <ShortcutKey keys="0" press={() => verbs.take(-1)} enabled={deciding} />
      <ShortcutKey keys="]" press={() => verbs.step(1)} enabled={comparing} />
      <ShortcutKey keys="[" press={() => verbs.step(-1)} enabled={comparing} />
      <ShortcutKey keys="n" press={verbs.normalise} enabled={deciding} />
      <ShortcutKey keys="w" press={verbs.edit} enabled={deciding} />
      <ShortcutKey keys="shift+v" press={verbs.toggle} enabled />
    </>
  )
}

/** The same keys, for the sheet behind `?`. */
export function comparisonShortcuts(t: ReturnType<typeof useTranslations<'rubric-authoring'>>, letters: readonly string[]): ShortcutGroup {
  return {
    title: t('keys.merging'),
    shortcuts: [
      { keys: letters.map((letter) => letter.toLowerCase()).join(' '), label: t('keys.takeWhole') },
      { keys: '] [', label: t('keys.step') },
      { keys: letters.map((_, nth) => String(nth + 1)).join(' '), label: t('keys.take') },
      { keys: keepKey, label: t('keys.keepAll') },
      { keys: '0', label: t('keys.leaveOut') },
      { keys: 'n', label: t('keys.normalise') },
      { keys: 'w', label: t('keys.edit') },
      { keys: 'shift+v', label: t('keys.view') },
      { keys: 'mod+z', label: t('keys.undo') },
      { keys: 'mod+shift+z', label: t('keys.redo') },
    ],
  }
}
