/** The focus to the first scale in here that has no answer yet, or to the first of all. */
export function toScale(within: Element): void {
  const scale = within.querySelector('[data-scale]:not(:has(:checked))') ?? within.querySelector('[data-scale]')
  const level = scale?.querySelector<HTMLElement>(':checked') ?? scale?.querySelector<HTMLElement>('input')
  level?.focus()
}
