import clsx from 'clsx'
import type { ReactNode } from 'react'
import { Kbd } from '@/components/ui/kbd'
import { LetterBadge } from '@/components/tasks/letter-badge'

/** One answer that can be taken at a point: a radio button the size of what it says. */
export function PointOption({
  name,
  value,
  checked,
  readOnly,
  letter,
  shortcut,
  onChoose,
  children,
}: {
  name: string
  value: string
  checked: boolean
  readOnly: boolean
  letter?: string
  shortcut: string | undefined
  onChoose: () => void
  children: ReactNode
}) {
  return (
    <label
      className={clsx(
        'grid min-w-0 content-start grid-cols-[auto_minmax(0,1fr)] gap-x-2.5 rounded-md border px-2.5 py-2 pointer-coarse:min-h-11',
        'has-focus-visible:outline-2 has-focus-visible:outline-accent',
        checked ? 'border-accent bg-accent-soft/60' : 'border-line',
        !readOnly && !checked && 'hover:border-edge',
      )}
    >
      <span className="grid content-start justify-items-center gap-2">
        <input type="radio" name={name} value={value} checked={checked} disabled={readOnly} onChange={onChoose} className="mt-0.5 size-4 outline-none pointer-coarse:size-5" />
        {shortcut && !readOnly && <Kbd keys={shortcut} />}
      </span>
      <span className="min-w-0">
        {letter && <LetterBadge letter={letter} className="me-2" />}
        {children}
      </span>
    </label>
  )
}
