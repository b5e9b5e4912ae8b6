/** Puts the focus into a field to go on writing behind what is there. */
export function focusAtEnd(field: HTMLElement): void {
  field.focus()
  if (field instanceof HTMLTextAreaElement) field.setSelectionRange(field.value.length, field.value.length)
}
