import type { Criterion } from '../rubric/criterion'
import type { ItemHead, JsonObject, ReadingHead, VerdictHead } from '../task'
import type { Content } from './content'
import { fieldsChanged, rubricDiff, type ChangedField } from './diff-rubrics'
import type { Form } from './form'
import type { Judgment } from './judgment'
import { predecessorIn } from './predecessor'

/** Where a criterion comes from, as records say it. */
export type Provenance = { criterion: string; origin: string; from: string[]; draft: string | null; changed: ChangedField[]; settledBy: string; since: number | null; source: string | null }

/**
 * One line of the verdicts' download: instruction, the model's draft, and the consensus rubric, whose version is the verdict's,
 * with where each criterion comes from. A rejected draft keeps its line and has no rubric; so does an unusable item, with
 * `outcome` "unusable". A rubric has the reward's settings that its draft brought, and else none: they are for whoever scores to
 * say. Never holds a person, a pseudonym, a time or anything sealed.
 */
export function verdictRecord({ id, textSha256, ...head }: ItemHead, content: Content, verdict: VerdictHead, answer: Judgment | null, form: Pick<Form, 'reward'>): JsonObject {
  const { prompt, references, responses } = content
  const counting = answer?.counting
  // Verdicts of before have the records that they had, with the reward of the authors' protocol.
  const reward = content.draft?.reward ?? (counting ? null : form.reward)
  const draft = content.draft && { ...content.draft, reward }
  const criteria = answer && answer.review !== 'reject' ? answer.criteria : null
  return {
    id,
    prompt,
    draft,
    references,
    responses,
    textSha256,
    ...head,
    outcome: answer ? 'answer' : 'unusable',
    review: answer?.review ?? null,
    reasons: answer?.reasons ?? [],
    rubric: criteria && criteria.length > 0 ? { version: verdict.version, criteria: criteria.map(exported), reward, ...(counting ? { counting } : {}) } : null,
    provenance: criteria ? provenanceOf(criteria, draft?.criteria ?? null, verdict.basis, counting) : [],
    verdict: { ...verdict },
  }
}

/** One line of the readings' download. Readers go by pseudonym. */
export function readingRecord({ id, textSha256 }: ItemHead, { activeMs, ...reading }: ReadingHead, { review, reasons, criteria, trials, note }: Judgment): JsonObject {
  return { item: id, textSha256, ...reading, review, reasons, criteria: criteria.map(exported), trials: trials.map(({ response, criterion, label }) => ({ response, criterion, label })), note, activeMs }
}

/**
 * Of each criterion: how it came to be, which of the draft's it goes back to and what became of that one's wording, who settled it, since which
 * version it stands and whose it is.
 */
export function provenanceOf(criteria: readonly Criterion[], drafted: readonly Criterion[] | null, basis: VerdictHead['basis'], counting: Judgment['counting']): Provenance[] {
  const byPoints = counting !== 'groups'
  const changes = new Map(rubricDiff(drafted ?? [], criteria, byPoints).flatMap((change) => (change.kind === 'changed' || change.kind === 'kept' ? [[change.after.id, change] as const] : [])))
  return criteria.map((one): Provenance => {
    const { id, origin, since } = one
    const change = changes.get(id)
    // Of a draft's criterion that was split only the first part is its change; the others go back to it as well.
    const before = change?.before ?? predecessorIn(drafted ?? [], one)
    const changed = change?.fields ?? (before ? fieldsChanged(before, one, byPoints) : [])
    return { criterion: id, origin: origin.kind, from: origin.from, draft: before?.id ?? null, changed, settledBy: basis, since: since?.version ?? null, source: since?.source ?? null }
  })
}

const exported = ({ id, group, text, axis, weight, locked, points, rationale, evidence, tags, origin, since }: Criterion) => ({
  id, group, text, axis, weight, locked, points, rationale, evidence, tags, origin: { kind: origin.kind, from: origin.from },
  // Verdicts of before criteria said so are stored without.
  since: since ? { version: since.version, source: since.source } : null,
}) // prettier-ignore
