'use client'
import clsx from 'clsx'
import { Tabs as Primitive } from 'radix-ui'
import type { ReactNode } from 'react'
import { tabClasses, tabRowClasses } from './tab-classes'

export type Tab = { value: string; label: ReactNode; note?: ReactNode; content: ReactNode; disabled?: boolean }

/** Panels of one page, one shown at a time. For sections with an address each, see TabLinks. */
export function Tabs({
  label,
  tabs,
  value,
  defaultValue,
  onValueChange,
  className,
}: {
  label: string
  tabs: readonly Tab[]
  value?: string
  defaultValue?: string
  onValueChange?: (value: string) => void
  className?: string
}) {
  const first = defaultValue ?? tabs[0]?.value ?? ''
  return (
    <Primitive.Root
      className={className}
      {...(value !== undefined ? { value } : { defaultValue: first })}
      {...(onValueChange ? { onValueChange } : {})}
    >
      <Primitive.List aria-label={label} className={tabRowClasses}>
        {tabs.map((tab) => (
          <Primitive.Trigger
            key={tab.value}
            value={tab.value}
            disabled={tab.disabled ?? false}
            className={clsx(tabClasses, 'data-[state=active]:border-accent data-[state=active]:text-ink')}
          >
            {tab.label}
            {tab.note !== undefined && <span className="text-xs text-ink-faint tabular-nums">{tab.note}</span>}
          </Primitive.Trigger>
        ))}
      </Primitive.List>
      {tabs.map((tab) => (
        <Primitive.Content key={tab.value} value={tab.value} className="pt-5">
          {tab.content}
        </Primitive.Content>
      ))}
    </Primitive.Root>
  )
}
