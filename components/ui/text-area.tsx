import type { ComponentProps } from 'react'
import { controlClasses } from './control-classes'
import { storableText } from './storable-text'

/** Several lines; grows with what is written where the browser can. */
export function TextArea({ className, rows = 3, onChange, ...rest }: ComponentProps<'textarea'>) {
  return (
    <textarea
      {...rest}
      rows={rows}
      onChange={(event) => {
        const sound = storableText(event.target.value)
        if (sound !== event.target.value) event.target.value = sound
        onChange?.(event)
      }}
      className={controlClasses(`field-sizing-content min-h-20 max-h-[60vh] py-2 leading-relaxed ${className ?? ''}`)}
    />
  )
}
