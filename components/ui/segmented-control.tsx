'use client'
import clsx from 'clsx'
import { useId, type ReactNode } from 'react'
import { Kbd } from './kbd'

export type Segment<V extends string> = {
  value: V
  label: ReactNode
  icon?: ReactNode
  shortcut?: string
  disabled?: boolean
}

/** One of two to five short choices, side by side. A radio group to the keyboard and to screen readers. */
export function SegmentedControl<V extends string>({
  label,
  options,
  value,
  onChange,
  name,
  labelHidden = false,
  size = 'medium',
  error,
  className,
}: {
  label: ReactNode
  options: readonly Segment<V>[]
  value: V | null
  onChange: (value: V) => void
  name?: string
  labelHidden?: boolean
  size?: 'small' | 'medium' | 'large'
  error?: ReactNode
  className?: string
}) {
  const id = useId()
  const height = { small: 'min-h-7 px-2 text-sm', medium: 'min-h-9 px-3 text-base', large: 'min-h-12 px-4 text-lg' }[
    size
  ]
  return (
    <fieldset
      className={clsx('min-w-0', className)}
      aria-invalid={error ? true : undefined}
      aria-describedby={error ? `${id}-error` : undefined}
    >
      <legend className={labelHidden ? 'sr-only' : 'mb-1.5 text-sm font-medium'}>{label}</legend>
      <div
        className={clsx(
          'flex flex-wrap gap-1 rounded-lg border bg-sunken p-1',
          error ? 'border-danger' : 'border-line',
        )}
      >
        {options.map((option) => (
          <label
            key={option.value}
            className={clsx(
              'relative inline-flex grow items-center justify-center gap-2 rounded-md border border-transparent text-ink-soft select-none pointer-coarse:min-h-11',
              'hover:text-ink has-checked:border-edge/60 has-checked:bg-surface has-checked:font-medium has-checked:text-ink has-checked:shadow-card',
              'has-focus-visible:outline-2 has-focus-visible:outline-accent has-disabled:opacity-50',
              height,
            )}
          >
            <input
              type="radio"
              name={name ?? id}
              value={option.value}
              checked={value === option.value}
              disabled={option.disabled}
              onChange={() => onChange(option.value)}
              className="absolute inset-0 m-0 cursor-pointer appearance-none rounded-md outline-none"
            />
            {option.icon}
            {option.label}
            {option.shortcut && <Kbd keys={option.shortcut} />}
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
