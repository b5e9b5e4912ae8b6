/** Tabs and links that look like tabs share one look. */
export const tabRowClasses = 'flex gap-1 overflow-x-auto border-b border-line [scrollbar-width:none]'
export const tabClasses =
  '-mb-px inline-flex min-h-10 shrink-0 items-center gap-1.5 border-b-2 border-transparent px-3 text-base font-medium whitespace-nowrap text-ink-soft hover:text-ink focus-visible:-outline-offset-2 disabled:opacity-50'
