import type { Fitted } from '../fitted'
import type { Content } from './content'
import type { Form } from './form'
import type { Draft } from './judgment'
import { offered } from './problems'

/** Labels of responses and criteria that are shown stay; one that is no longer offered is open again, its reasons kept. */
export function fitDraft(draft: Draft, { content, form }: { content: Content; form: Form }): Fitted<Draft> {
  const responses = new Set(content.responses.map(({ id }) => id))
  const groupOf = new Map(content.rubric.criteria.map(({ id, group }) => [id, group]))
  let lost = 0
  const labels = draft.labels.flatMap((said) => {
    const group = groupOf.get(said.criterion)
    if (!group || !responses.has(said.response)) {
      lost++
      return []
    }
    if (said.label === null || offered(group, form).includes(said.label)) return [said]
    lost++
    return [{ ...said, label: null }]
  })
  const aside = draft.aside?.filter(({ response, criterion }) => responses.has(response) && groupOf.has(criterion))
  return { draft: { ...draft, labels, ...(aside ? { aside } : {}) }, lost }
}
