'use client'
import clsx from 'clsx'
import { Check } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { DropdownMenu as Primitive } from 'radix-ui'
import { Kbd } from './kbd'
import type { MenuEntry, MenuProps } from './menu-entry'

const row =
  'flex min-h-8 w-full items-center gap-2.5 rounded-sm px-2.5 py-1 text-base text-ink outline-none select-none pointer-coarse:min-h-11 data-highlighted:bg-accent-soft data-disabled:text-ink-faint [&_svg]:shrink-0 [&_svg]:text-ink-soft'

function Entry({ entry }: { entry: MenuEntry }) {
  if (entry.kind === 'separator') return <Primitive.Separator className="my-1 h-px bg-line" />
  if (entry.kind === 'heading')
    return (
      <Primitive.Label className="px-2.5 pt-2 pb-1 text-xs font-medium text-ink-faint">{entry.label}</Primitive.Label>
    )
  if (entry.kind === 'link')
    return (
      <Primitive.Item asChild>
        <Link
          href={entry.href}
          aria-current={entry.current ? 'page' : undefined}
          className={clsx(row, 'aria-[current]:font-semibold')}
        >
          {entry.icon}
          <span className="grow">{entry.label}</span>
          {entry.note}
        </Link>
      </Primitive.Item>
    )
  if (entry.kind === 'choice')
    return (
      <Primitive.CheckboxItem
        role="menuitemradio"
        aria-checked={entry.checked}
        checked={entry.checked}
        onSelect={entry.onSelect}
        lang={entry.lang}
        className={row}
      >
        {entry.icon}
        <span className="grow">{entry.label}</span>
        <Primitive.ItemIndicator>
          <Check size={16} aria-hidden />
        </Primitive.ItemIndicator>
      </Primitive.CheckboxItem>
    )
  return (
    <Primitive.Item
      onSelect={entry.onSelect}
      disabled={entry.disabled ?? false}
      className={clsx(row, entry.tone === 'danger' && 'text-danger! [&_svg]:text-danger!')}
    >
      {entry.icon}
      <span className="grow">{entry.label}</span>
      {entry.shortcut && <Kbd keys={entry.shortcut} />}
    </Primitive.Item>
  )
}

/** The menu itself, open from the start. Only Menu renders it. */
export function MenuPanel({ trigger, entries, align = 'end', side = 'bottom' }: MenuProps) {
  const t = useTranslations('shell')
  return (
    <Primitive.Root modal={false} defaultOpen>
      <Primitive.Trigger asChild>{trigger({})}</Primitive.Trigger>
      <Primitive.Portal>
        {/* Everything on a page lies in a landmark, what floats above it too. */}
        <section aria-label={t('menu')}>
          <Primitive.Content
            align={align}
            side={side}
            sideOffset={6}
            collisionPadding={8}
            className="float-in z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-48 overflow-y-auto rounded-lg border border-line bg-surface p-1 shadow-float"
          >
            {entries.map((entry, at) => (
              <Entry key={at} entry={entry} />
            ))}
          </Primitive.Content>
        </section>
      </Primitive.Portal>
    </Primitive.Root>
  )
}
