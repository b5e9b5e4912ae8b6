'use client'
import type { useTranslations } from 'next-intl'
import { ShortcutKey } from '@/components/ui/shortcut-key'
import type { ShortcutGroup } from '@/components/ui/shortcut-sheet'
import type { Form } from '@/lib/tasks/preference/form'
import type { Preferring } from './use-preferring'

/** One key an answer; silent while somebody types. */
export function PreferringKeys({ preferring, readOnly }: { preferring: Preferring; readOnly: boolean }) {
  return (
    <>
      {Array.from({ length: 9 }, (_, nth) => (
        <ShortcutKey key={nth} keys={String(nth + 1)} press={() => preferring.digit(nth + 1)} enabled={!readOnly} />
      ))}
      <ShortcutKey keys="t" press={preferring.tie} enabled={!readOnly} />
      <ShortcutKey keys="b" press={preferring.allBad} enabled={!readOnly} />
      <ShortcutKey keys="j" press={() => preferring.move(1)} enabled={!readOnly} />
      <ShortcutKey keys="k" press={() => preferring.move(-1)} enabled={!readOnly} />
      <ShortcutKey keys="r" press={preferring.toRationale} enabled={!readOnly} />
    </>
  )
}

/** The same keys, for the sheet behind `?`. */
export const preferringShortcuts = (t: ReturnType<typeof useTranslations<'preference'>>, responses: number, form: Form): ShortcutGroup => ({
  title: t('keys.title'),
  shortcuts: [
    { keys: `1 ${responses}`, label: t('keys.choose') },
    ...(form.strength ? [{ keys: `1 ${form.strength.levels.length}`, label: t('keys.strength') }] : []),
    ...(form.tie ? [{ keys: 't', label: t('tie') }] : []),
    ...(form.allBad ? [{ keys: 'b', label: t('allBad') }] : []),
    { keys: 'j k', label: t('keys.step') },
    { keys: 'r', label: t('keys.rationale') },
    { keys: 'escape', label: t('keys.escape') },
    { keys: 'g', label: t('keys.guideline') },
    { keys: 'mod+z mod+shift+z', label: t('keys.undo') },
  ],
}) // prettier-ignore
