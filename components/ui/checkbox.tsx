import clsx from 'clsx'
import { useId, type ComponentProps, type ReactNode } from 'react'

/** A yes that stands on its own. */
export function Checkbox({
  label,
  hint,
  className,
  ...rest
}: Omit<ComponentProps<'input'>, 'type'> & { label: ReactNode; hint?: ReactNode }) {
  const made = useId()
  const id = rest.id ?? made
  return (
    <div className={clsx('grid grid-cols-[auto_1fr] items-start gap-x-2.5', className)}>
      <input
        {...rest}
        id={id}
        type="checkbox"
        aria-describedby={clsx(rest['aria-describedby'], hint && `${id}-hint`) || undefined}
        className="mt-1 size-4 pointer-coarse:size-5"
      />
      <label htmlFor={id} className="min-h-6 py-0.5 text-base">
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="col-start-2 text-sm text-ink-soft">
          {hint}
        </p>
      )}
    </div>
  )
}
