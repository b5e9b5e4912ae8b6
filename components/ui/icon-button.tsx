import clsx from 'clsx'
import type { ReactNode } from 'react'
import { Button, type ButtonProps } from './button'
import { Tooltip } from './tooltip'

export type IconButtonProps = Omit<ButtonProps, 'children' | 'icon' | 'aria-label'> & { label: string; icon: ReactNode }

/** A button that shows only a picture; its label is its name and its tooltip. */
export function IconButton({
  label,
  icon,
  shortcut,
  variant = 'plain',
  size = 'medium',
  className,
  ...rest
}: IconButtonProps) {
  const square = {
    small: 'w-7 px-0! pointer-coarse:w-9',
    medium: 'w-9 px-0! pointer-coarse:w-11',
    large: 'w-12 px-0!',
  }[size]
  return (
    <Tooltip label={label} {...(shortcut ? { shortcut } : {})}>
      <Button
        {...rest}
        aria-label={label}
        variant={variant}
        size={size}
        className={clsx('shrink-0', square, className)}
      >
        {icon}
      </Button>
    </Tooltip>
  )
}
