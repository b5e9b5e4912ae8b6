import type { RowProblem } from '@/lib/formats/item-row'
import { isObject } from '@/lib/formats/read-tags'
import { canonical } from '@/lib/formats/canonical'
import type { Json } from '../../task'
import type { Fields, Place } from '../record-format'

/**
 * A TRL pair as an item: prompt as a text or messages, or within `chosen` and `rejected` (whose common beginning it then is);
 * completions as texts or messages; `reject` for `rejected`. Which one was chosen is sealed: responses are named and ordered by
 * their texts, so that nothing of it shows; so is by which score, where labels decided.
 */
export function trlItem(row: Fields, { stem, line }: Place): Fields | RowProblem {
  const { prompt, chosen, rejected, reject, id, decided_by: decidedBy, ...rest } = row
  if ('reason' in rest) return { field: 'reason', reason: 'unknown-field' }
  const other = rejected ?? reject
  const split = prompt === undefined || prompt === null ? withoutPrompt(chosen, other) : { prompt, chosen, rejected: other }
  const [better, worse] = [completionText(split.chosen), completionText(split.rejected)]
  if (better === null) return { field: 'chosen', reason: chosen === undefined ? 'missing' : 'not-of-format', ...format }
  if (worse === null) return { field: 'rejected', reason: other === undefined ? 'missing' : 'not-of-format', ...format }
  if (decidedBy !== undefined && decidedBy !== null && typeof decidedBy !== 'string') return { field: 'decided_by', reason: 'not-of-format', ...format }
  const { responses, sealed } = neutralPair(better, worse)
  return { id: id ?? `${stem}:${line}`, prompt: split.prompt, responses, sealed: { preference: { ...sealed.preference, ...(decidedBy ? { decidedBy } : {}) } }, ...rest }
}

const format = { values: { format: 'TRL' } }

/** Two responses whose names say nothing of which was chosen. */
export function neutralPair(better: string, worse: string): { responses: { id: string; text: string }[]; sealed: { preference: { chosen: 'a' | 'b' } } } {
  const swapped = worse < better
  return {
    responses: (swapped ? [worse, better] : [better, worse]).map((text, nth) => ({ id: nth === 0 ? 'a' : 'b', text })),
    sealed: { preference: { chosen: swapped ? 'b' : 'a' } },
  }
}

/** Where the prompt stands within both completions: all messages but the last, which they have in common. */
function withoutPrompt(chosen: unknown, rejected: unknown): { prompt: unknown; chosen: unknown; rejected: unknown } {
  if (!Array.isArray(chosen) || !Array.isArray(rejected)) return { prompt: undefined, chosen, rejected }
  const [a, b] = [chosen.slice(0, -1), rejected.slice(0, -1)]
  if (canonical(a as Json) !== canonical(b as Json)) return { prompt: undefined, chosen: null, rejected }
  return { prompt: a, chosen: chosen.slice(-1), rejected: rejected.slice(-1) }
}

/** The text of a completion: itself, or the content of its one message. */
function completionText(completion: unknown): string | null {
  if (typeof completion === 'string') return completion
  if (!Array.isArray(completion) || completion.length !== 1) return null
  const [message] = completion as unknown[]
  return isObject(message) && message['role'] === 'assistant' && typeof message['content'] === 'string' ? message['content'] : null
}
