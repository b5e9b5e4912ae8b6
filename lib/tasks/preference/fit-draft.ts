import type { Fitted } from '../fitted'
import type { Content } from './content'
import type { Form } from './form'
import type { Choice, Draft } from './judgment'

/** Choices of what is shown and offered stay; of a strength that the form no longer has, its choice does. */
export function fitDraft(draft: Draft, { content, form }: { content: Content; form: Form }): Fitted<Draft> {
  const ids = new Set(content.responses.map(({ id }) => id))
  const asked = new Set(form.axes.map(({ code }) => code))
  let lost = 0
  const fitted = (choice: Choice): Choice | null => {
    const { pick, response, strength } = choice
    const offered = pick === 'response' ? response !== null && ids.has(response) : pick === 'tie' ? form.tie : form.allBad
    if (offered && (strength ?? 0) <= (form.strength?.levels.length ?? 0)) return choice
    lost++
    return offered ? { ...choice, strength: null } : null
  }
  const overall = draft.overall && fitted(draft.overall)
  const axes = Object.entries(draft.axes).flatMap(([axis, choice]) => {
    if (!asked.has(axis)) lost++
    const kept = asked.has(axis) ? fitted(choice) : null
    return kept ? [[axis, kept] as const] : []
  })
  return { draft: { ...draft, overall, axes: Object.fromEntries(axes) }, lost }
}
