import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react'

/** The arrow in a column's head; `aria-sort` on the head says the same. */
export function SortMark({ direction }: { direction: 'ascending' | 'descending' | undefined }) {
  const Arrow = direction === 'ascending' ? ArrowUp : direction === 'descending' ? ArrowDown : ChevronsUpDown
  return <Arrow aria-hidden size={13} className={direction ? 'text-accent' : 'text-ink-faint'} />
}
