import type { Criterion } from '@/lib/tasks/rubric/criterion'
import { inGroup, type Group } from '@/lib/tasks/rubric/groups'
import type { Content } from '@/lib/tasks/rubric-authoring/content'
import { countedByPoints } from '@/lib/tasks/rubric-authoring/counted-by-points'
import { criteriaOf } from '@/lib/tasks/rubric-authoring/criteria-of'
import { merged, moved, split, type Criteria } from '@/lib/tasks/rubric-authoring/edit-rubric'
import type { Form } from '@/lib/tasks/rubric-authoring/form'
import type { Draft, Review } from '@/lib/tasks/rubric-authoring/judgment'
import type { Settings } from '@/lib/tasks/rubric-authoring/settings'

/** What a person does to their answer, as functions of it: the history keeps what they give back. */
type Of = { content: Content; settings: Settings }

/** The criteria changed: whoever touches a draft corrects it, and where points count, weights follow from them. */
export const rewritten =
  ({ content, settings }: Of, edit: (criteria: Criteria) => Criterion[]) =>
  (draft: Draft): Draft => {
    const edited = edit(criteriaOf(draft, content))
    const criteria = settings.counting === 'points' ? countedByPoints(edited) : edited
    const known = new Set(criteria.map(({ id }) => id))
    return { ...draft, criteria, review: content.draft && draft.review !== 'reject' ? 'correct' : draft.review, trials: draft.trials.filter(({ criterion }) => known.has(criterion)) }
  }

/**
 * What is said of the draft. Passing it lays aside what was changed in it, until it is not passed after all. Whoever changes a draft that they
 * passed begins anew from it: what was laid aside stays until that is laid aside in its turn.
 */
export const reviewed =
  (review: Review) =>
  (draft: Draft): Draft => {
    if (draft.review === review) return draft
    const { aside, ...rest } = draft
    if (review !== 'pass') return draft.review === 'pass' ? { ...rest, review, ...aside } : { ...draft, review }
    const { criteria, reasons } = draft
    const left = criteria !== null || reasons.length > 0 ? { criteria, reasons } : aside
    return { ...rest, review, criteria: null, reasons: [], ...(left ? { aside: left } : {}) }
  }

export const written =
  (id: string, some: Partial<Criterion>) =>
  (criteria: Criteria): Criterion[] =>
    criteria.map((one) => (one.id === id ? { ...one, ...some } : one))

export const removed =
  (id: string) =>
  (criteria: Criteria): Criterion[] =>
    criteria.filter((one) => one.id !== id)

export const blank = (id: string, group: Group, points: number | null): Criterion => ({
  id, group, text: '', axis: '', weight: 0, locked: false, points, rationale: '', evidence: '', tags: [], origin: { kind: 'written', from: [] }, since: null,
}) // prettier-ignore

/** Right behind another, or last of its group. */
export const added =
  (criterion: Criterion, after: string | null) =>
  (criteria: Criteria): Criterion[] => {
    const at = criteria.findIndex(({ id }) => id === after)
    return at < 0 ? [...criteria, criterion] : criteria.toSpliced(at + 1, 0, criterion)
  }

/** To a place in some group. What it was a matter of stays, unless the other group has axes of its own and that is none of them. */
export const regrouped =
  ({ axes }: Pick<Form, 'axes'>, id: string, to: { group: Group; before: string | null }) =>
  (criteria: Criteria): Criterion[] => {
    const own = axes.filter(({ group }) => group === to.group)
    const isLost = ({ group, axis }: Criterion) => group !== to.group && own.length > 0 && !own.some(({ code }) => code === axis)
    const one = criteria.find((each) => each.id === id)
    const next = moved(criteria, id, to)
    return one && isLost(one) ? written(id, { axis: '' })(next) : next
  }

/** One place up or down within its group. Null: it stands at the end. */
export function stepped(criteria: Criteria, id: string, way: 1 | -1): Criterion[] | null {
  const one = criteria.find((each) => each.id === id)
  if (!one) return null
  const own = inGroup(criteria, one.group)
  const at = own.indexOf(one)
  const beyond = own[way === 1 ? at + 2 : at - 1]
  if (way === 1 ? at === own.length - 1 : at === 0) return null
  return moved(criteria, id, { group: one.group, before: beyond?.id ?? null })
}

/** Where words are cut in two; what stands between the ends only joined them, and goes. */
export type Seam = { end: number; next: number }

/** In two at a place in its words. */
export const divided =
  (id: string, { end, next }: Seam, ids: readonly [string, string]) =>
  (criteria: Criteria): Criterion[] => {
    const text = criteria.find((one) => one.id === id)?.text ?? ''
    return split(criteria, id, [{ id: ids[0], text: text.slice(0, end).trim() }, { id: ids[1], text: text.slice(next).trim() }])
  } // prettier-ignore

/** Where a criterion that asks two things would be cut: behind its first sentence or at the word that joins a second verb; else at its end. */
export function seamOf(text: string): Seam {
  const found = /(?:\.(?!\d)|[;。；])\s*(?=\S)|[，,]?\s*(?:\band\b|并且|同时|以及|(?<=[，,])并(?![非不发列]))\s*/iu.exec(text)
  if (!found) return { end: text.length, next: text.length }
  return { end: found.index + (/^[.;。；]/u.test(found[0]) ? 1 : 0), next: found.index + found[0].length }
}

/** With the one above it in its group. Null: there is none. */
export function joined(criteria: Criteria, id: string, made: string): Criterion[] | null {
  const one = criteria.find((each) => each.id === id)
  const own = one ? inGroup(criteria, one.group) : []
  const above = one && own[own.indexOf(one) - 1]
  if (!one || !above) return null
  return merged(criteria, [above.id, id], { id: made, text: [above.text, one.text].filter((text) => text.trim() !== '').join(' ') })
}

export const reasoned =
  (code: string, on: boolean) =>
  (now: Draft): Draft => ({ ...now, reasons: on ? [...now.reasons, code] : now.reasons.filter((one) => one !== code) })
