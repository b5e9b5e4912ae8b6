import clsx from 'clsx'
import type { ReactNode } from 'react'
import type { SpanColour } from './span-colours'

/** The name of a type of span in its own colour and stroke; the key that gives it stands before. */
export function SpanTag({
  colour,
  shortcut,
  className,
  children,
}: {
  colour: SpanColour
  shortcut?: string | undefined
  className?: string
  children: ReactNode
}) {
  return (
    <span
      data-span-colour={colour}
      className={clsx(
        'inline-flex items-baseline gap-1.5 rounded-t-sm border-b-3 border-(--span-line) bg-(--span-fill) px-1.5 py-0.5 text-sm font-medium text-(--span-ink) [border-bottom-style:var(--span-stroke)]',
        className,
      )}
    >
      {shortcut && <span className="text-xs font-normal opacity-90">{shortcut.toUpperCase()}</span>}
      {children}
    </span>
  )
}
