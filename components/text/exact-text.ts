/** The element inside a MarkedText whose content is the text and nothing else. */
export const exactText = (frame: Element | null): HTMLElement | null =>
  frame?.querySelector<HTMLElement>('[data-exact-text]') ?? null

/** Whether a pointer is at the text or beside it in its frame, and at nothing that lies over it. */
export const isOnText = (frame: Element | null, target: EventTarget | null): boolean =>
  target instanceof Node && (target === frame || exactText(frame)?.contains(target) === true)
