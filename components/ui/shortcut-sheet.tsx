'use client'
import { useTranslations } from 'next-intl'
import { Dialog } from './dialog'
import { Kbd } from './kbd'
import { singleKeys, useSingleKeys } from './single-keys'
import { Switch } from './switch'

export type ShortcutGroup = { title: string; shortcuts: readonly { keys: string; label: string }[] }

/** Every key that does something here, and the switch for single keys. */
export function ShortcutSheet({
  open,
  onOpenChange,
  groups,
}: {
  open: boolean
  onOpenChange: (open: boolean) => void
  groups: readonly ShortcutGroup[]
}) {
  const t = useTranslations('common.shortcuts')
  const single = useSingleKeys()
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('title')} description={t('lede')} size="large">
      <div className="grid gap-x-10 gap-y-5 sm:grid-cols-2">
        {groups.map((group) => (
          <section key={group.title}>
            <h3 className="mb-1 text-sm font-medium text-ink-soft">{group.title}</h3>
            <dl className="divide-y divide-line">
              {group.shortcuts.map((shortcut) => (
                <div
                  key={shortcut.keys + shortcut.label}
                  className="flex min-h-9 items-center justify-between gap-4 py-1"
                >
                  <dt>{shortcut.label}</dt>
                  <dd>
                    <Kbd keys={shortcut.keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <Switch
        className="mt-5 border-t border-line pt-4"
        label={t('singleKeys')}
        hint={t('singleKeysHint')}
        checked={single}
        onChange={(event) => singleKeys.set(event.target.checked)}
      />
    </Dialog>
  )
}
