import clsx from 'clsx'
import { letterColour } from './letter-colour'

/** A reading's letter in its colour and stroke. */
export function LetterBadge({ letter, className }: { letter: string; className?: string }) {
  return (
    <span
      data-span-colour={letterColour(letter)}
      className={clsx(
        'inline-flex min-w-6 shrink-0 items-center justify-center rounded-t-sm border-b-3 border-(--span-line) bg-(--span-fill) px-1.5 text-sm font-semibold text-(--span-ink) [border-bottom-style:var(--span-stroke)]',
        className,
      )}
    >
      {letter}
    </span>
  )
}
