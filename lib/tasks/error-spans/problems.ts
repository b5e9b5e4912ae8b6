import type { FieldProblem } from '@/lib/errors'
import { codePointsOf } from '@/lib/spans/code-points'
import { isEdge } from '@/lib/spans/edges'
import { graphemesOf } from '@/lib/spans/graphemes'
import type { AnswerOf } from '../task'
import type { Content } from './content'
import { errorTypesOf } from './error-types-of'
import type { Form } from './form'
import type { Draft } from './judgment'
import { placeProblem } from './place-problem'
import type { Settings } from './settings'

/** Every code `problems` can give; each is a message key. Values: `count`, `type`, `levels` where the sentence needs them. */
export const problemCodes = [
  'veracity-missing',
  'spans-on-correct',
  'span-missing',
  'span-only-one',
  'span-outside-text',
  'span-quote-differs',
  'span-splits-character',
  'span-duplicate',
  'span-id-twice',
  'type-missing',
  'type-unknown',
  'correction-missing',
  'explanation-missing',
  'difficulty-missing',
  'difficulty-unknown-level',
  'confidence-missing',
  'confidence-unknown-level',
] as const
export type ProblemCode = (typeof problemCodes)[number]

type Context = { content: Content; settings: Settings; form: Form; of?: AnswerOf }
type Problem = FieldProblem & { code: ProblemCode }

/**
 * What keeps a draft from being a complete judgment (or verdict), in the order of the form; empty = complete. Paths are
 * `veracity`, `spans`, `spans.<id>`, `spans.<id>.<field>`, `difficulty`, `confidence`. A field the form does not ask for is
 * never a problem: it may hold what an older protocol asked for, and the reader could not see it to clear it.
 */
export function problems(draft: Draft, { content, settings, form, of = 'judgment' }: Context): Problem[] {
  const found: Problem[] = []
  const { veracity, spans } = draft
  if (veracity === null) found.push({ path: 'veracity', code: 'veracity-missing' })

  if (veracity === 'correct' && spans.length > 0) {
    found.push({ path: 'spans', code: 'spans-on-correct', values: { count: spans.length } })
  } else {
    if (veracity === 'erroneous' && spans.length === 0) found.push({ path: 'spans', code: 'span-missing' })
    if (settings.errorsPerText === 'exactly-one' && spans.length > 1) {
      found.push({ path: 'spans', code: 'span-only-one', values: { count: spans.length } })
    }
    found.push(...spanProblems(draft, content, form))
  }
  if (of === 'judgment') found.push(...scaleProblems(draft, form))
  return found
}

function* spanProblems({ spans }: Draft, { text }: Content, form: Form): Generator<Problem> {
  if (spans.length === 0) return
  const points = codePointsOf(text)
  const graphemes = graphemesOf(points)
  const types = new Set(errorTypesOf(form).map(({ code }) => code))
  const ids = new Set<string>()
  const marks = new Set<string>()

  for (const span of spans) {
    const path = `spans.${span.id}`
    if (ids.has(span.id)) yield { path, code: 'span-id-twice' }
    ids.add(span.id)

    const misplaced = placeProblem(span, points, (offset) => isEdge(graphemes, offset))
    if (misplaced) yield { path, code: misplaced }

    const mark = `${span.start} ${span.end} ${span.type}`
    if (marks.has(mark)) yield { path, code: 'span-duplicate' }
    marks.add(mark)

    if (span.type === '') yield { path: `${path}.type`, code: 'type-missing' }
    else if (!types.has(span.type)) yield { path: `${path}.type`, code: 'type-unknown', values: { type: span.type } }

    for (const field of ['correction', 'explanation'] as const) {
      if (form.fields[field] === 'required' && span[field].trim() === '') {
        yield { path: `${path}.${field}`, code: `${field}-missing` }
      }
    }
  }
}

function* scaleProblems(draft: Draft, form: Form): Generator<Problem> {
  for (const field of ['difficulty', 'confidence'] as const) {
    const scale = form.fields[field]
    const level = draft[field]
    if (scale === null) continue
    if (level === null) yield { path: field, code: `${field}-missing` }
    else if (level > scale.levels.length) {
      yield { path: field, code: `${field}-unknown-level`, values: { levels: scale.levels.length } }
    }
  }
}
