'use client'
import type { useTranslations } from 'next-intl'
import type { ShortcutGroup } from '@/components/ui/shortcut-sheet'
import { useShortcut } from '@/components/ui/use-shortcut'
import type { Form } from '@/lib/tasks/preference/form'
import type { Preferring } from './use-preferring'

function Key({ keys, press, enabled }: { keys: string; press: () => void; enabled: boolean }) {
  useShortcut(keys, press, { enabled })
  return null
}

/** One key an answer; silent while somebody types. */
export function PreferringKeys({ preferring, readOnly }: { preferring: Preferring; readOnly: boolean }) {
  return (
    <>
      {Array.from({ length: 9 }, (_, nth) => (
        <Key key={nth} keys={String(nth + 1)} press={() => preferring.digit(nth + 1)} enabled={!readOnly} />
      ))}
      <Key keys="t" press={preferring.tie} enabled={!readOnly} />
      <Key keys="b" press={preferring.allBad} enabled={!readOnly} />
      <Key keys="j" press={() => preferring.move(1)} enabled={!readOnly} />
      <Key keys="k" press={() => preferring.move(-1)} enabled={!readOnly} />
      <Key keys="r" press={preferring.toRationale} enabled={!readOnly} />
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
