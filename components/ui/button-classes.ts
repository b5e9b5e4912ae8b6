import clsx from 'clsx'

export type ButtonVariant = 'primary' | 'quiet' | 'plain' | 'danger'
export type ButtonSize = 'small' | 'medium' | 'large'

const variants: Record<ButtonVariant, string> = {
  primary: 'bg-accent text-on-accent border-transparent enabled:hover:bg-accent-strong [a&]:hover:bg-accent-strong',
  quiet: 'bg-surface text-ink border-edge/60 shadow-card hover:border-edge hover:bg-sunken',
  plain: 'bg-transparent text-ink-soft border-transparent hover:bg-sunken hover:text-ink',
  danger: 'bg-surface text-danger border-danger/60 hover:bg-danger-soft hover:border-danger',
}
const sizes: Record<ButtonSize, string> = {
  small: 'min-h-7 px-2 gap-1.5 text-sm pointer-coarse:min-h-9',
  medium: 'min-h-9 px-3.5 gap-2 text-base pointer-coarse:min-h-11',
  large: 'min-h-12 px-6 gap-2.5 text-lg',
}

/** One look for buttons and for links that look like buttons. */
export const buttonClasses = (variant: ButtonVariant, size: ButtonSize) =>
  clsx(
    'inline-flex items-center justify-center rounded-md border font-medium select-none text-center',
    'transition-colors duration-100 [&_svg]:shrink-0',
    'disabled:opacity-50 aria-disabled:opacity-60 disabled:shadow-none',
    variants[variant],
    sizes[size],
  )
