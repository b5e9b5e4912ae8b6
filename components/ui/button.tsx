import clsx from 'clsx'
import { useId, type ComponentProps, type ReactNode } from 'react'
import { buttonClasses, type ButtonSize, type ButtonVariant } from './button-classes'
import { Kbd } from './kbd'

export type ButtonProps = Omit<ComponentProps<'button'>, 'disabled'> & {
  variant?: ButtonVariant
  size?: ButtonSize
  icon?: ReactNode
  /** Shown as keys and announced; binding the key is the page's work. */
  shortcut?: string
  /** Busy: stays focusable, ignores presses. */
  pending?: boolean
  disabled?: boolean
  /** Why this cannot be done now. The button stays reachable and says it; a press does nothing. */
  blockedBecause?: string | undefined
}

/** Something that can be done here. For going somewhere, see LinkButton. */
export function Button({
  variant = 'quiet',
  size = 'medium',
  icon,
  shortcut,
  pending = false,
  disabled,
  blockedBecause,
  className,
  children,
  type = 'button',
  onClick,
  ...rest
}: ButtonProps) {
  const reasonId = useId()
  const inert = pending || blockedBecause !== undefined
  return (
    <button
      {...rest}
      type={inert ? 'button' : type}
      disabled={disabled}
      onClick={inert ? undefined : onClick}
      aria-disabled={inert || undefined}
      aria-busy={pending || undefined}
      title={blockedBecause ?? rest.title}
      aria-describedby={clsx(rest['aria-describedby'], blockedBecause !== undefined && reasonId) || undefined}
      className={clsx(buttonClasses(variant, size), className)}
    >
      {pending ? (
        <span aria-hidden className="size-3.5 animate-spin rounded-full border-2 border-current border-e-transparent" />
      ) : (
        icon
      )}
      {children}
      {shortcut && <Kbd keys={shortcut} tone={variant === 'primary' ? 'on-accent' : 'plain'} />}
      {blockedBecause !== undefined && (
        <span id={reasonId} className="sr-only">
          {blockedBecause}
        </span>
      )}
    </button>
  )
}
