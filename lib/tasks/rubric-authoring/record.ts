import type { Criterion } from '../rubric/criterion'
import type { ItemHead, Json, JsonObject, ReadingHead, VerdictHead } from '../task'
import type { Content } from './content'
import { rubricDiff } from './diff-rubrics'
import type { Form } from './form'
import type { Judgment } from './judgment'

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

/** Of each criterion: how it came to be, what became of the draft's wording of it, who settled it, since which version it stands and whose it is. */
export function provenanceOf(criteria: readonly Criterion[], drafted: readonly Criterion[] | null, basis: VerdictHead['basis'], counting: Judgment['counting']): Json[] {
  const changes = new Map(rubricDiff(drafted ?? [], criteria, counting !== 'groups').flatMap((change) => (change.kind === 'changed' || change.kind === 'kept' ? [[change.after.id, change] as const] : [])))
  return criteria.map(({ id, origin, since }) => {
    const change = changes.get(id)
    return { criterion: id, origin: origin.kind, from: origin.from, draft: change?.before.id ?? null, changed: change?.fields ?? [], settledBy: basis, since: since?.version ?? null, source: since?.source ?? null }
  })
}

const exported = ({ id, group, text, axis, weight, locked, points, rationale, evidence, tags, origin, since }: Criterion) => ({
  id, group, text, axis, weight, locked, points, rationale, evidence, tags, origin: { kind: origin.kind, from: origin.from },
  // Verdicts of before criteria said so are stored without.
  since: since ? { version: since.version, source: since.source } : null,
}) // prettier-ignore
