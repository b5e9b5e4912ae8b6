/**
 * Constraints are the last word on what may be; this turns their names into answers. An unknown one is a defect and
 * passes through unchanged.
 */
import { Refusal } from '@/lib/errors'

const answers: Record<string, () => Refusal> = {
  seat_through_hand: () => new Refusal('conflict', 'one-part-per-item'),
  adjudication_through_hand: () => new Refusal('conflict', 'one-part-per-item'),
  hand_pkey: () => new Refusal('conflict', 'one-part-per-item'),
  hand_keeps_its_role: () => new Refusal('conflict', 'one-part-per-item'),
  seat_is_one_of_k: () => new Refusal('conflict', 'seats-are-full'),
  spans_quote_their_text: () => new Refusal('invalid', 'span-does-not-quote'),
  judgment_is_immutable: () => new Refusal('frozen', 'judgment-is-immutable'),
  verdict_is_immutable: () => new Refusal('frozen', 'verdict-is-immutable'),
  protocol_is_immutable: () => new Refusal('frozen', 'protocol-is-immutable'),
  batch_is_immutable: () => new Refusal('frozen', 'batch-is-immutable'),
  licence_is_stated: () => new Refusal('invalid', 'licence-is-the-owners'),
  release_is_immutable: () => new Refusal('frozen', 'release-is-frozen'),
  download_not_while_judging: () => new Refusal('conflict', 'labels-while-judging'),
  seat_not_taken_back: () => new Refusal('conflict', 'too-late-to-take-back'),
  release_one_at_work: () => new Refusal('conflict', 'release-at-work'),
  release_study_id_version_key: () => new Refusal('conflict', 'release-version-taken'),
  job_one_at_work: () => new Refusal('conflict', 'job-at-work'),
  study_slug_key: () => new Refusal('conflict', 'study-name-taken'),
  person_email_key: () => new Refusal('conflict', 'email-taken'),
  batch_study_id_name_key: () => new Refusal('conflict', 'batch-name-taken'),
  protocol_one_draft: () => new Refusal('conflict', 'protocol-draft-exists'),
  adjudication_one_unsettled: () => new Refusal('conflict', 'already-adjudicating'),
}

/** The name of the constraint that an error speaks of, wherever the driver put it. */
export function constraintOf(error: unknown): string | undefined {
  for (let at: unknown = error, depth = 0; at && typeof at === 'object' && depth < 6; depth++) {
    const here = at as Record<string, unknown>
    const constraint = here['constraint']
    if (typeof constraint === 'string') return constraint
    if (constraint && typeof constraint === 'object' && 'index' in constraint) return String(constraint.index)
    const message = typeof here['message'] === 'string' ? here['message'] : ''
    const named =
      /constraint:? [`"](\w+)[`"]|[`"](\w+)[`"] constraint/.exec(message) ?? /\b(\w+) is immutable\b/.exec(message)
    if (named) return message.includes('is immutable') ? `${named[1]}_is_immutable` : (named[1] ?? named[2])
    const known = Object.keys(answers).find((name) => message.includes(name))
    if (known) return known
    if (message.includes('does not quote the text')) return 'spans_quote_their_text'
    if (/seat \w is beyond/.test(message)) return 'seat_is_one_of_k'
    const meta = here['meta'] as Record<string, unknown> | undefined
    at = meta?.['driverAdapterError'] ?? here['cause'] ?? meta
  }
  return undefined
}

/** Postgres' words for text that it can hold nowhere (U+0000); the edges refuse it, but an address may still ask for it. */
const unholdable = new Set(['22021', '22P05'])

function saysUnholdable(error: unknown): boolean {
  for (let at: unknown = error, depth = 0; at && typeof at === 'object' && depth < 6; depth++) {
    const here = at as Record<string, unknown>
    if (unholdable.has(String(here['code'])) || unholdable.has(String(here['originalCode']))) return true
    const meta = here['meta'] as Record<string, unknown> | undefined
    at = meta?.['driverAdapterError'] ?? here['cause'] ?? meta
  }
  return false
}

export function translated(error: unknown): unknown {
  if (error instanceof Refusal) return error
  // Nothing with such a name can be there.
  if (saysUnholdable(error)) return new Refusal('not-found', 'not-found')
  const name = constraintOf(error)
  return (name && answers[name]?.()) || error
}
