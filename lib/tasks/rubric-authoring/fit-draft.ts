import type { Fitted } from '../fitted'
import type { Content } from './content'
import type { Form } from './form'
import type { Draft } from './judgment'

/** Reasons that the form offers and trials on responses that are shown stay. Criteria are their author's own and fit everywhere. */
export function fitDraft(draft: Draft, { content, form }: { content: Content; form: Form }): Fitted<Draft> {
  const known = new Set(form.reasons.map(({ code }) => code))
  const shown = new Set(content.responses.map(({ id }) => id))
  const reasons = draft.reasons.filter((reason) => known.has(reason))
  const trials = draft.trials.filter(({ response }) => shown.has(response))
  const aside = draft.aside && { ...draft.aside, reasons: draft.aside.reasons.filter((reason) => known.has(reason)) }
  return { draft: { ...draft, reasons, trials, ...(aside ? { aside } : {}) }, lost: draft.reasons.length - reasons.length + draft.trials.length - trials.length }
}
