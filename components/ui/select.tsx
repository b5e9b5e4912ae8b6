import clsx from 'clsx'
import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { controlClasses } from './control-classes'

export type SelectOption = { value: string; label: string; disabled?: boolean }

/** One of a list, with the platform's own list: the best one on phones and for screen readers. */
export function Select({
  options,
  placeholder,
  className,
  ...rest
}: Omit<ComponentProps<'select'>, 'children'> & {
  options: readonly (SelectOption | { group: string; options: readonly SelectOption[] })[]
  /** Shown while nothing is chosen; its value is the empty string. */
  placeholder?: string
}) {
  const one = ({ value, label, disabled }: SelectOption) => (
    <option key={value} value={value} disabled={disabled}>
      {label}
    </option>
  )
  return (
    <span className={clsx('relative block', className)}>
      <select {...rest} className={controlClasses('h-9 appearance-none pe-9 pointer-coarse:h-11')}>
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((option) =>
          'group' in option ? (
            <optgroup key={option.group} label={option.group}>
              {option.options.map(one)}
            </optgroup>
          ) : (
            one(option)
          ),
        )}
      </select>
      <ChevronDown
        aria-hidden
        size={16}
        className="pointer-events-none absolute end-2.5 top-1/2 -translate-y-1/2 text-ink-soft"
      />
    </span>
  )
}
