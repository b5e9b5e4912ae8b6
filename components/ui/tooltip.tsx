'use client'
import { Tooltip as Primitive } from 'radix-ui'
import type { ReactNode } from 'react'
import { Kbd } from './kbd'

/** A short label near what it names, on hover and on focus. Never the only place where something is said. */
export function Tooltip({
  label,
  shortcut,
  side = 'bottom',
  children,
}: {
  label: ReactNode
  shortcut?: string
  side?: 'top' | 'right' | 'bottom' | 'left'
  children: ReactNode
}) {
  return (
    <Primitive.Root>
      <Primitive.Trigger asChild>{children}</Primitive.Trigger>
      <Primitive.Portal>
        <aside>
          <Primitive.Content
            side={side}
            sideOffset={6}
            collisionPadding={8}
            className="float-in z-50 flex max-w-72 items-center gap-2 rounded-sm bg-ink px-2 py-1 text-xs text-paper shadow-float"
          >
            {label}
            {shortcut && <Kbd keys={shortcut} />}
          </Primitive.Content>
        </aside>
      </Primitive.Portal>
    </Primitive.Root>
  )
}
