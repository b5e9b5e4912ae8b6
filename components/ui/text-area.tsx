import type { ComponentProps } from 'react'
import { controlClasses } from './control-classes'

/** Several lines; grows with what is written where the browser can. */
export function TextArea({ className, rows = 3, ...rest }: ComponentProps<'textarea'>) {
  return (
    <textarea
      {...rest}
      rows={rows}
      className={controlClasses(`field-sizing-content min-h-20 max-h-[60vh] py-2 leading-relaxed ${className ?? ''}`)}
    />
  )
}
