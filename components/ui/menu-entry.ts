import type { ReactNode } from 'react'

/** One line of a Menu. */
export type MenuEntry =
  | {
      kind: 'action'
      label: string
      onSelect: () => void
      icon?: ReactNode
      shortcut?: string
      tone?: 'danger'
      disabled?: boolean
    }
  | { kind: 'link'; label: string; href: string; icon?: ReactNode; current?: boolean; note?: ReactNode }
  | { kind: 'choice'; label: string; checked: boolean; onSelect: () => void; icon?: ReactNode; lang?: string }
  | { kind: 'heading'; label: string }
  | { kind: 'separator' }

export type MenuProps = {
  trigger: ReactNode
  entries: readonly MenuEntry[]
  align?: 'start' | 'center' | 'end'
  side?: 'top' | 'right' | 'bottom' | 'left'
}
