import clsx from 'clsx'

/** The look of a place to write or choose in. */
export const controlClasses = (className?: string) =>
  clsx(
    'block w-full min-w-0 rounded-md border border-edge bg-surface px-3 text-base text-ink',
    'hover:border-ink-soft focus-visible:outline-offset-0 focus-visible:border-accent',
    'aria-invalid:border-danger aria-invalid:outline-danger',
    'disabled:bg-sunken disabled:text-ink-faint [&:is(input,textarea):read-only]:bg-sunken',
    className,
  )
