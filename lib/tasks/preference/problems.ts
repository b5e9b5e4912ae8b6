import type { FieldProblem } from '@/lib/errors'
import type { AnswerOf } from '../task'
import type { Content } from './content'
import type { Form } from './form'
import type { Choice, Draft } from './judgment'
import type { Settings } from './settings'

/** Every code `problems` can give; each is a message key. Values: `levels` where the sentence needs it. */
export const problemCodes = [
  'choice-missing',
  'axis-unknown',
  'response-missing',
  'response-unknown',
  'response-beside',
  'tie-not-offered',
  'all-bad-not-offered',
  'strength-missing',
  'strength-unknown-level',
  'strength-beside',
  'rationale-missing',
] as const
type Problem = FieldProblem & { code: (typeof problemCodes)[number] }

/**
 * What keeps a draft from being complete, in the order of the form; empty = complete. Paths are `overall`, `axes.<code>`, each
 * with `.response` or `.strength`, and `rationale`. A verdict owes no rationale here: it has one of its own.
 */
export function problems(draft: Draft, { content, form, of = 'judgment' }: { content: Content; settings: Settings; form: Form; of?: AnswerOf }): Problem[] {
  const ids = new Set(content.responses.map(({ id }) => id))
  const found: Problem[] = [...choiceProblems('overall', draft.overall, true, ids, form)]
  const axes = new Map(form.axes.map((axis) => [axis.code, axis.required]))
  for (const [axis, required] of axes) found.push(...choiceProblems(`axes.${axis}`, draft.axes[axis] ?? null, required, ids, form))
  for (const axis of Object.keys(draft.axes)) if (!axes.has(axis)) found.push({ path: `axes.${axis}`, code: 'axis-unknown' })
  if (of === 'judgment' && form.rationale === 'required' && draft.rationale.trim() === '') found.push({ path: 'rationale', code: 'rationale-missing' })
  return found
}

function* choiceProblems(path: string, choice: Choice | null, required: boolean, ids: ReadonlySet<string>, form: Form): Generator<Problem> {
  if (!choice) {
    if (required) yield { path, code: 'choice-missing' }
    return
  }
  const { pick, response, strength } = choice
  if (pick === 'tie' && !form.tie) yield { path, code: 'tie-not-offered' }
  if (pick === 'all-bad' && !form.allBad) yield { path, code: 'all-bad-not-offered' }
  if (pick !== 'response') {
    if (response !== null) yield { path: `${path}.response`, code: 'response-beside' }
    if (strength !== null) yield { path: `${path}.strength`, code: 'strength-beside' }
    return
  }
  if (response === null) yield { path: `${path}.response`, code: 'response-missing' }
  else if (!ids.has(response)) yield { path: `${path}.response`, code: 'response-unknown' }
  const levels = form.strength?.levels.length ?? 0
  if (strength === null) {
    if (levels > 0) yield { path: `${path}.strength`, code: 'strength-missing' }
  } else if (levels === 0) yield { path: `${path}.strength`, code: 'strength-beside' }
  else if (strength > levels) yield { path: `${path}.strength`, code: 'strength-unknown-level', values: { levels } }
}
