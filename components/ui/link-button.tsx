import clsx from 'clsx'
import Link from 'next/link'
import type { ComponentProps, ReactNode } from 'react'
import { buttonClasses, type ButtonSize, type ButtonVariant } from './button-classes'
import { Kbd } from './kbd'

export type LinkButtonProps = ComponentProps<typeof Link> & {
  variant?: ButtonVariant
  size?: ButtonSize
  icon?: ReactNode
  shortcut?: string
}

/** A link with the weight of a button: it goes somewhere. */
export function LinkButton({
  variant = 'quiet',
  size = 'medium',
  icon,
  shortcut,
  className,
  children,
  ...rest
}: LinkButtonProps) {
  return (
    <Link {...rest} className={clsx(buttonClasses(variant, size), 'no-underline', className)}>
      {icon}
      {children}
      {shortcut && <Kbd keys={shortcut} tone={variant === 'primary' ? 'on-accent' : 'plain'} />}
    </Link>
  )
}
