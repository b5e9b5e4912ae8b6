import type { Form } from '@/lib/tasks/rubric-scoring/form'
import type { Draft } from '@/lib/tasks/rubric-scoring/judgment'

export type Part = 'label' | 'rationale' | 'evidence'
type Said = Draft['labels'][number] | undefined

/** What a cell still owes, in the order it is asked for; the same rule as the task's `problems`, of one cell. */
export function openParts(said: Said, form: Form): Part[] {
  if (!said || said.label === null) return ['label']
  const violated = said.label === 'violated'
  const parts: Part[] = []
  if ((violated || form.rationale === 'required') && said.rationale.trim() === '') parts.push('rationale')
  if (violated && form.evidence === 'required' && said.evidence.length === 0) parts.push('evidence')
  return parts
}
