/** Puts the focus on the first field, or group of them (`data-problem`), that was not accepted, in the order of the page. False where there is none. */
export function focusFirstProblem(form: HTMLElement): boolean {
  const field = form.querySelector<HTMLElement>('[aria-invalid=true], [data-problem]')
  const target = field?.matches('fieldset') ? field.querySelector<HTMLElement>('input:not(:disabled)') : field
  target?.focus()
  return target !== null && target !== undefined
}
