import type { Response } from './conversation/responses'
import type { Choice } from './preference/judgment'
import type { Content as ScoringContent } from './rubric-scoring/content'
import type { CriterionLabel } from './rubric-scoring/judgment'
import type { DecidedBy } from './rubric/preference'
import { preferencesIn } from './rubric-scoring/scores'

/** Sides go by the ids of the item that was compared; null: neither is better. */
export type StatedPair = { a: string; b: string; stated: string | null; derived: string | null; decidedBy: DecidedBy; same: boolean }

/**
 * Which of two responses is better as experts said it, beside what follows from their labels of the same responses. Null where the
 * two items do not hold the same responses (by their text, whatever they are called). The best of several says nothing of the
 * others among themselves, and "none is acceptable" nothing at all. O(responses²).
 */
export function statedAgainstDerived(
  compared: { responses: readonly Response[]; overall: Choice },
  judged: { content: Pick<ScoringContent, 'rubric' | 'responses'>; labels: readonly CriterionLabel[] },
): StatedPair[] | null {
  const idOf = new Map(compared.responses.map(({ id, text }) => [text, id]))
  const theirs = new Map(judged.content.responses.map(({ id, text }) => [id, idOf.get(text)]))
  if (idOf.size !== compared.responses.length || theirs.size !== idOf.size || new Set(theirs.values()).size !== idOf.size || [...theirs.values()].includes(undefined)) return null
  const { pick, response } = compared.overall
  return preferencesIn(judged.content, judged.labels).flatMap((pair): StatedPair[] => {
    const [a, b] = [theirs.get(pair.a)!, theirs.get(pair.b)!]
    if (pick === 'all-bad' || (pick === 'response' && response !== a && response !== b)) return []
    const derived = pair.preferred === null ? null : theirs.get(pair.preferred)!
    const stated = pick === 'tie' ? null : response
    return [{ a, b, stated, derived, decidedBy: pair.decidedBy, same: stated === derived }]
  })
}
