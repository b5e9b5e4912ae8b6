import type { Response } from './conversation/responses'
import type { PairwiseVerdict } from './pairwise-verdict'
import type { DecidedBy } from './rubric/preference'

/** Sides go by the ids of the item that was compared; null: neither is better. */
export type StatedPair = { a: string; b: string; stated: string | null; derived: string | null; decidedBy: DecidedBy; same: boolean }

type Found<Basis> = ReturnType<Extract<PairwiseVerdict, { basis: Basis }>['of']>

/**
 * Which of two responses is better as experts said it, beside what follows from their labels of the same two; pairs of which nothing
 * was said are left out, and so are responses that one of the items does not have: a pair is often compared out of several that were
 * judged. Responses go by their text, whatever they are called; a text that an item has twice is nobody's. Null where the two items
 * have no two responses in common. O(responses²).
 */
export function statedAgainstDerived(stated: Found<'stated'>, derived: Found<'derived'>): StatedPair[] | null {
  const idOf = idsByText(stated.responses)
  const theirs = new Map([...idsByText(derived.responses)].flatMap(([text, id]) => (idOf.has(text) ? [[id, idOf.get(text)!] as const] : [])))
  if (theirs.size < 2) return null
  const said = new Map(stated.pairs.map(({ a, b, preferred }) => [keyOf(a, b), preferred]))
  return derived.pairs.flatMap((pair): StatedPair[] => {
    const [a, b] = [theirs.get(pair.a), theirs.get(pair.b)]
    const is = a === undefined || b === undefined ? undefined : said.get(keyOf(a, b))
    if (a === undefined || b === undefined || is === undefined) return []
    const follows = pair.preferred === null ? null : theirs.get(pair.preferred)!
    return [{ a, b, stated: is, derived: follows, decidedBy: pair.decidedBy, same: is === follows }]
  })
}

function idsByText(responses: readonly Response[]): Map<string, string> {
  const once = responses.filter(({ text }) => responses.filter((other) => other.text === text).length === 1)
  return new Map(once.map(({ id, text }) => [text, id]))
}

const keyOf = (a: string, b: string) => JSON.stringify(a < b ? [a, b] : [b, a])
