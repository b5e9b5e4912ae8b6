import clsx from 'clsx'
import { useId, type ReactNode } from 'react'

export type RadioOption<V extends string> = { value: V; label: ReactNode; hint?: ReactNode; disabled?: boolean }

/** One of a few, each with room to explain itself. Give `value` and `onChange`, or `defaultValue` in a plain form. */
export function RadioGroup<V extends string>({
  legend,
  hint,
  error,
  name,
  options,
  value,
  defaultValue,
  onChange,
  required,
  legendHidden = false,
  className,
}: {
  legend: ReactNode
  hint?: ReactNode
  error?: ReactNode
  name?: string
  options: readonly RadioOption<V>[]
  value?: V | null
  defaultValue?: V
  onChange?: (value: V) => void
  required?: boolean
  legendHidden?: boolean
  className?: string
}) {
  const id = useId()
  return (
    <fieldset
      className={clsx('min-w-0', className)}
      aria-describedby={clsx(error && `${id}-error`, hint && `${id}-hint`) || undefined}
      aria-invalid={error ? true : undefined}
    >
      <legend className={legendHidden ? 'sr-only' : 'mb-1.5 text-sm font-medium'}>{legend}</legend>
      {hint && (
        <p id={`${id}-hint`} className="mb-1.5 text-sm text-ink-soft">
          {hint}
        </p>
      )}
      <div className="grid gap-1">
        {options.map((option) => (
          <label key={option.value} className="grid min-h-6 grid-cols-[auto_1fr] items-start gap-x-2.5 py-0.5">
            <input
              type="radio"
              name={name ?? id}
              value={option.value}
              required={required}
              disabled={option.disabled}
              {...(value !== undefined
                ? { checked: value === option.value }
                : { defaultChecked: defaultValue === option.value })}
              onChange={() => onChange?.(option.value)}
              className="mt-1 size-4 pointer-coarse:size-5"
            />
            <span>{option.label}</span>
            {option.hint && <span className="col-start-2 text-sm text-ink-soft">{option.hint}</span>}
          </label>
        ))}
      </div>
      {error && (
        <p id={`${id}-error`} role="alert" className="mt-1.5 text-sm font-medium text-danger">
          {error}
        </p>
      )}
    </fieldset>
  )
}
