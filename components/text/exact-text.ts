/** The element inside a MarkedText whose content is the text and nothing else. */
export const exactText = (frame: Element | null): HTMLElement | null =>
  frame?.querySelector<HTMLElement>('[data-exact-text]') ?? null
