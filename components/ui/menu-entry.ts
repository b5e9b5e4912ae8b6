import type { ComponentProps, ReactElement, ReactNode } from 'react'

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
  /** The button, with what it is given: none of that is the button's own. */
  trigger: (
    props: Pick<ComponentProps<'button'>, 'aria-haspopup' | 'aria-expanded' | 'onPointerEnter' | 'onFocus' | 'onClick' | 'onKeyDown'>,
  ) => ReactElement
  entries: readonly MenuEntry[]
  align?: 'start' | 'center' | 'end'
  side?: 'top' | 'right' | 'bottom' | 'left'
}
