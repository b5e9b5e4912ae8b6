'use client'
import type { useTranslations } from 'next-intl'
import { ShortcutKey } from '@/components/ui/shortcut-key'
import type { ShortcutGroup } from '@/components/ui/shortcut-sheet'
import type { Label } from '@/lib/tasks/rubric/scores'
import { labelKeys } from './label-keys'
import type { Scoring } from './use-scoring'

/** One key a value, one a step; silent while somebody types or marks. */
export function ScoringKeys({
  scoring,
  digits,
  onDigit,
  turns,
  readOnly,
}: {
  scoring: Scoring
  /** How many digits mean something: the responses, or at the bench the readings. */
  digits: number
  onDigit: (nth: number) => void
  /** Whether there are two orders to go in. */
  turns: boolean
  readOnly: boolean
}) {
  const { active, marking } = scoring
  const judging = !readOnly && !marking
  return (
    <>
      {Object.entries(labelKeys).map(([label, key]) => (
        <ShortcutKey key={key} keys={key} press={() => scoring.press(label as Label)} enabled={judging} />
      ))}
      {Array.from({ length: digits }, (_, nth) => (
        <ShortcutKey key={nth} keys={String(nth + 1)} press={() => onDigit(nth)} enabled={!marking} />
      ))}
      <ShortcutKey keys="j" press={() => scoring.step(1)} enabled={!marking} />
      <ShortcutKey keys="k" press={() => scoring.step(-1)} enabled={!marking} />
      <ShortcutKey keys="]" press={() => scoring.seek(1)} enabled={judging} />
      <ShortcutKey keys="[" press={() => scoring.seek(-1)} enabled={judging} />
      <ShortcutKey keys="r" press={() => active && scoring.attend(active, 'rationale')} enabled={judging} />
      <ShortcutKey keys="e" press={scoring.mark} enabled={judging} />
      <ShortcutKey keys="c" press={() => scoring.turn(scoring.way === 'response' ? 'criterion' : 'response')} enabled={!marking && turns} />
    </>
  )
}

/** The same keys, for the sheet behind `?`. */
export const scoringShortcuts = (t: ReturnType<typeof useTranslations<'rubric-scoring'>>, responses: number): ShortcutGroup => ({
  title: t('keys.title'),
  shortcuts: [
    ...(['met', 'partly', 'not-met', 'not-applicable', 'violated'] as const).map((label) => ({ keys: labelKeys[label], label: t(`labels.${label}`) })),
    { keys: 'j k', label: t('keys.step') },
    { keys: '] [', label: t('keys.seek') },
    ...(responses > 1 ? [{ keys: `1 ${responses}`, label: t('keys.response') }, { keys: 'c', label: t('keys.way') }] : []),
    { keys: 'r', label: t('keys.rationale') },
    { keys: 'e', label: t('evidence.mark') },
    { keys: 'enter', label: t('keys.enter') },
    { keys: 'escape', label: t('keys.escape') },
    { keys: 'g', label: t('keys.guideline') },
    { keys: 'mod+z mod+shift+z', label: t('keys.undo') },
  ],
}) // prettier-ignore

/** At the bench digits take a reading. */
export const benchShortcuts = (t: ReturnType<typeof useTranslations<'rubric-scoring'>>, letters: readonly string[]): ShortcutGroup => ({
  title: t('keys.title'),
  shortcuts: [{ keys: letters.length > 1 ? `1 ${letters.length}` : '1', label: t('keys.take', { letters: letters.join(', ') }) }, ...scoringShortcuts(t, 1).shortcuts],
})
