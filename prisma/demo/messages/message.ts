/** What patients wrote to the department, what a good answer must do, and what systems answered. One text, three studies of it. */
import type { Message } from '@/lib/tasks/conversation/prompt'
import type { Criterion } from '@/lib/tasks/rubric/criterion'
import { normalisedWeights } from '@/lib/tasks/rubric/weights'
import type { Language } from '../types'

export type PatientMessage = {
  id: string
  language: Language
  specialty: string
  source: string
  difficulty: 1 | 2 | 3 | 4 | 5
  prompt: Message[]
  /** As physicians agreed on it. */
  rubric: Criterion[]
  /** What a model proposed before; null: physicians write from nothing. */
  draft: Criterion[] | null
  responses: { id: string; model: string; text: string }[]
}

export const from = {
  portal: 'Meridian patient portal, synthetic messages',
  advice: 'Harbour View advice line, synthetic messages',
  online: '子午线互联网门诊（合成留言）',
  followUp: '子午线随访小程序（合成留言）',
}

export const asked = (...turns: string[]): Message[] => turns.map((content, nth) => ({ role: nth % 2 ? 'assistant' : 'user', content }))

const criterion = (id: string, group: Criterion['group'], axis: string, text: string, weight = 0, more: Partial<Criterion> = {}): Criterion => ({
  id, group, text, axis, weight, locked: false, points: null, rationale: '', evidence: '', tags: [], origin: { kind: 'draft', from: [] }, since: null, ...more,
}) // prettier-ignore

type Why = Pick<Partial<Criterion>, 'rationale' | 'evidence'>
export const main = (id: string, percent: number, axis: 'accuracy' | 'completeness' | 'context' | 'instruction', text: string, why?: Why) =>
  criterion(id, 'main', axis, text, percent * 10_000, why)
export const bonus = (id: string, axis: 'empathy' | 'organisation' | 'communication' | 'risk' | 'insight', text: string, why?: Why) => criterion(id, 'bonus', axis, text, 0, why)
export const veto = (id: string, axis: 'hallucination' | 'danger' | 'out-of-bounds', text: string, why?: Why) => criterion(id, 'veto', axis, text, 0, why)

/** Another version of a rubric: without some criteria, some in other words, some added last; what is left of proficiency weighs the whole. */
export function changed(criteria: readonly Criterion[], { without = [], worded = {}, added = [] }: { without?: string[]; worded?: Record<string, string>; added?: Criterion[] }): Criterion[] {
  const left = [...criteria.filter(({ id }) => !without.includes(id)), ...added].map((one) => ({ ...one, text: worded[one.id] ?? one.text }))
  const weights = normalisedWeights(left.filter(({ group }) => group === 'main'))
  if (typeof weights === 'string') throw new Error(weights)
  let nth = 0
  return left.map((one) => (one.group === 'main' ? { ...one, weight: weights[nth++]! } : one))
}

/** A criterion that a physician adds. */
export const written = (one: Criterion): Criterion => ({ ...one, origin: { kind: 'written', from: [] } })

/** The head that an item of any of the three studies has. */
export const headOf = ({ id, language, specialty, source, difficulty, prompt }: PatientMessage) => ({
  id, language, specialty, source, licence: 'CC-BY-4.0', tags: { turns: prompt.length > 1 ? 'conversation' : 'single', difficulty: String(difficulty) },
}) // prettier-ignore

export const modelsOf = ({ responses }: PatientMessage) => ({ models: Object.fromEntries(responses.map(({ id, model }) => [id, model])) })

export const plainResponses = ({ responses }: PatientMessage) => responses.map(({ id, text }) => ({ id, text }))

