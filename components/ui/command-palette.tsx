'use client'
import { Command } from 'cmdk'
import { Search } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Dialog as Primitive } from 'radix-ui'
import type { ReactNode } from 'react'
import { Kbd } from './kbd'
import { passStyleNonce } from './pass-style-nonce'
import { useReturnedFocus } from './use-returned-focus'

passStyleNonce()

/** Goes somewhere (`href`) or does something (`onSelect`). */
export type PaletteEntry = {
  id: string
  label: string
  note?: string
  keywords?: string[]
  icon?: ReactNode
  shortcut?: string
} & ({ href: string } | { onSelect: () => void })
export type PaletteGroup = { heading: string; entries: readonly PaletteEntry[] }

/** Everything that can be reached from here, by typing a few letters of its name. */
export function CommandPalette({
  open,
  onOpenChange,
  groups,
}: {
  open: boolean
  onOpenChange: (open: boolean) => void
  groups: readonly PaletteGroup[]
}) {
  const t = useTranslations('common.palette')
  const router = useRouter()
  const returned = useReturnedFocus()
  const choose = (entry: PaletteEntry) => {
    onOpenChange(false)
    if ('href' in entry) router.push(entry.href)
    else entry.onSelect()
  }
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 bg-veil" />
        <Primitive.Content
          {...returned}
          aria-describedby={undefined}
          className="float-in fixed inset-x-0 top-[12vh] z-40 mx-auto w-[min(36rem,calc(100vw-1.5rem))] overflow-hidden rounded-lg border border-line bg-surface shadow-float"
        >
          <Primitive.Title className="sr-only">{t('title')}</Primitive.Title>
          <Command label={t('title')} loop>
            <div className="flex items-center gap-3 border-b border-line px-4">
              <Search aria-hidden size={18} className="shrink-0 text-ink-faint" />
              <Command.Input
                placeholder={t('placeholder')}
                className="h-12 w-full bg-transparent text-lg outline-none"
              />
            </div>
            <Command.List className="max-h-[min(24rem,60vh)] overflow-y-auto p-1.5">
              <Command.Empty className="px-3 py-8 text-center text-ink-soft">{t('nothing')}</Command.Empty>
              {groups.map((group) => (
                <Command.Group
                  key={group.heading}
                  heading={group.heading}
                  className="[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-ink-faint"
                >
                  {group.entries.map((entry) => (
                    <Command.Item
                      key={entry.id}
                      value={entry.id}
                      keywords={[entry.label, ...(entry.note ? [entry.note] : []), ...(entry.keywords ?? [])]}
                      onSelect={() => choose(entry)}
                      className="flex min-h-10 cursor-pointer items-center gap-3 rounded-md px-3 py-1.5 data-[selected=true]:bg-accent-soft [&_svg]:shrink-0 [&_svg]:text-ink-soft"
                    >
                      {entry.icon}
                      <span className="min-w-0 grow truncate">{entry.label}</span>
                      {entry.note && <span className="truncate text-sm text-ink-soft">{entry.note}</span>}
                      {entry.shortcut && <Kbd keys={entry.shortcut} />}
                    </Command.Item>
                  ))}
                </Command.Group>
              ))}
            </Command.List>
          </Command>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}
