import clsx from 'clsx'
import { useTranslations } from 'next-intl'
import { useId, type ReactNode } from 'react'

/** What a field hands to the control inside it: `{(wires) => <TextInput {...wires} name="title" />}`. */
export type FieldWires = {
  id: string
  'aria-describedby'?: string
  'aria-invalid'?: true
  required?: boolean
}

/** A label, a hint and an error, tied to one control so that a screen reader hears all three. */
export function Field({
  label,
  hint,
  error,
  required,
  optional,
  id,
  labelHidden = false,
  className,
  children,
}: {
  label: ReactNode
  hint?: ReactNode
  error?: ReactNode
  required?: boolean
  /** Say "optional" beside the label. */
  optional?: boolean
  id?: string
  labelHidden?: boolean
  className?: string
  children: (wires: FieldWires) => ReactNode
}) {
  const made = useId()
  const t = useTranslations('common')
  const control = id ?? made
  const described = clsx(error && `${control}-error`, hint && `${control}-hint`)
  return (
    <div className={clsx('grid gap-1.5', className)}>
      <label htmlFor={control} className={labelHidden ? 'sr-only' : 'text-sm font-medium text-ink'}>
        {label}
        {optional && <span className="ms-1.5 font-normal text-ink-faint">({t('optional')})</span>}
      </label>
      {children({
        id: control,
        ...(described ? { 'aria-describedby': described } : {}),
        ...(error ? { 'aria-invalid': true as const } : {}),
        ...(required ? { required } : {}),
      })}
      {hint && (
        <p id={`${control}-hint`} className="text-sm text-ink-soft">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${control}-error`} role="alert" className="text-sm font-medium text-danger">
          {error}
        </p>
      )}
    </div>
  )
}
