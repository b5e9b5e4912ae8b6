import type { ComponentProps } from 'react'
import { controlClasses } from './control-classes'

/** One line of text, a number, a date, a password. */
export function TextInput({ className, type = 'text', ...rest }: ComponentProps<'input'>) {
  return <input {...rest} type={type} className={controlClasses(`h-9 pointer-coarse:h-11 ${className ?? ''}`)} />
}
