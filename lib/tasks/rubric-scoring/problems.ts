import type { FieldProblem } from '@/lib/errors'
import { codePointsOf, type CodePoints } from '@/lib/spans/code-points'
import { isEdge } from '@/lib/spans/edges'
import { graphemesOf } from '@/lib/spans/graphemes'
import { placeProblem } from '../error-spans/place-problem'
import type { Criterion } from '../rubric/criterion'
import type { AnswerOf } from '../task'
import type { Content } from './content'
import type { Form } from './form'
import type { Draft } from './judgment'
import type { Settings } from './settings'

/** Every code `problems` can give; each is a message key. */
export const problemCodes = [
  'label-missing',
  'label-twice',
  'label-not-offered',
  'response-unknown',
  'criterion-unknown',
  'rationale-missing',
  'evidence-missing',
  'span-outside-text',
  'span-quote-differs',
  'span-splits-character',
] as const
type Problem = FieldProblem & { code: (typeof problemCodes)[number] }
type Said = Draft['labels'][number]

/**
 * What keeps a draft from being complete, response by response in the order of the rubric; empty = complete. Paths are
 * `labels.<response>.<criterion>`, with `.rationale` or `.evidence`. A verdict owes the same as a judgment.
 */
export function problems({ labels }: Draft, { content, form }: { content: Content; settings: Settings; form: Form; of?: AnswerOf }): Problem[] {
  const found: Problem[] = []
  const bySubject = new Map<string, Said>()
  const ids = { response: new Set(content.responses.map(({ id }) => id)), criterion: new Set(content.rubric.criteria.map(({ id }) => id)) }
  for (const said of labels) {
    const [path, key] = [pathOf(said.response, said.criterion), keyOf(said.response, said.criterion)]
    if (!ids.response.has(said.response)) found.push({ path, code: 'response-unknown' })
    else if (!ids.criterion.has(said.criterion)) found.push({ path, code: 'criterion-unknown' })
    else if (bySubject.has(key)) found.push({ path, code: 'label-twice' })
    bySubject.set(key, said)
  }
  for (const response of content.responses) {
    let points: CodePoints | null = null
    for (const criterion of content.rubric.criteria) {
      const path = pathOf(response.id, criterion.id)
      const said = bySubject.get(keyOf(response.id, criterion.id))
      found.push(...labelProblems(path, said, criterion, form))
      if (said?.evidence.length) found.push(...placeProblems(path, said, (points ??= codePointsOf(response.text))))
    }
  }
  return found
}

const pathOf = (response: string, criterion: string): string => `labels.${response}.${criterion}`

/** One criterion of one response; apart from all others, whatever their names hold. */
export const keyOf = (response: string, criterion: string): string => JSON.stringify([response, criterion])

function* labelProblems(path: string, said: Said | undefined, { group }: Criterion, form: Form): Generator<Problem> {
  if (!said || said.label === null) {
    yield { path, code: 'label-missing' }
    return
  }
  const { label, rationale, evidence } = said
  if (!offered(group, form).includes(label)) yield { path, code: 'label-not-offered' }
  if ((label === 'violated' || form.rationale === 'required') && rationale.trim() === '') yield { path: `${path}.rationale`, code: 'rationale-missing' }
  if (label === 'violated' && form.evidence === 'required' && evidence.length === 0) yield { path: `${path}.evidence`, code: 'evidence-missing' }
}

/** The labels a criterion of that group can be given: a veto is violated or not, a bonus is met or not. */
export function offered(group: Criterion['group'], { scale }: Form): NonNullable<Said['label']>[] {
  const ends = group === 'veto' ? (['violated', 'not-met'] as const) : (['met', ...(group === 'main' && scale.partly ? (['partly'] as const) : []), 'not-met'] as const)
  return scale.notApplicable ? [...ends, 'not-applicable'] : [...ends]
}

function* placeProblems(path: string, { evidence }: Said, points: CodePoints): Generator<Problem> {
  const graphemes = graphemesOf(points)
  for (const place of evidence) {
    const code = placeProblem(place, points, (offset) => isEdge(graphemes, offset))
    if (code) yield { path: `${path}.evidence`, code }
  }
}
