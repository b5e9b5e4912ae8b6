import clsx from 'clsx'

/**
 * The look of a mark: a soft ground and an underline in the type's colour and stroke, one lane lower for every mark it lies
 * over. Nothing here changes the width or height of the text, so marking never moves a word.
 */
export const markClasses = clsx(
  'cursor-pointer [box-decoration-break:clone] [text-decoration-skip-ink:none]',
  '[text-decoration:underline_var(--span-stroke)_var(--span-line)] [text-decoration-thickness:2px]',
  '[text-underline-offset:calc(0.2em+var(--lane)*4px)]',
  'bg-(--span-fill) [&_&]:bg-[color-mix(in_srgb,var(--span-fill)_60%,transparent)]',
  'data-[tone=faint]:bg-transparent',
  'data-[tone=active]:bg-[color-mix(in_srgb,var(--span-line)_32%,var(--span-fill))] data-[tone=active]:[text-decoration-thickness:3px]',
  // Out of the flow: the label takes no room, is never selected and is no part of the text.
  'data-label:before:pointer-events-none data-label:before:absolute data-label:before:-mt-[0.62em] data-label:before:content-[attr(data-label)]',
  'data-label:before:font-sans data-label:before:text-[0.56em]/[1] data-label:before:font-semibold data-label:before:text-(--span-line)',
)

/** Deeper marks share the last lane: there is no room for more between two lines. */
export const laneCount = 4
