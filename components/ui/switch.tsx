import clsx from 'clsx'
import { useId, type ComponentProps, type ReactNode } from 'react'

/** On or off, with effect at once. In a form that is sent later, use Checkbox. */
export function Switch({
  label,
  hint,
  className,
  ...rest
}: Omit<ComponentProps<'input'>, 'type' | 'role'> & { label: ReactNode; hint?: ReactNode }) {
  const made = useId()
  const id = rest.id ?? made
  return (
    <div className={clsx('flex items-start justify-between gap-4', className)}>
      <div className="min-w-0">
        <label htmlFor={id} className="block min-h-6 text-base">
          {label}
        </label>
        {hint && (
          <p id={`${id}-hint`} className="text-sm text-ink-soft">
            {hint}
          </p>
        )}
      </div>
      <input
        {...rest}
        id={id}
        type="checkbox"
        // oxlint-disable-next-line jsx-a11y/role-has-required-aria-props -- a checkbox itself says whether it is on
        role="switch"
        aria-describedby={hint ? `${id}-hint` : undefined}
        className={clsx(
          'relative h-6 w-10 shrink-0 cursor-pointer appearance-none rounded-full border border-edge bg-sunken transition-colors',
          'before:absolute before:start-[3px] before:top-[3px] before:size-4 before:rounded-full before:bg-edge before:transition-transform',
          'checked:border-accent checked:bg-accent checked:before:translate-x-4 checked:before:bg-on-accent rtl:checked:before:-translate-x-4',
          'disabled:opacity-50',
        )}
      />
    </div>
  )
}
