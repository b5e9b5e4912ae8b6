import type { PairwiseVerdict } from './pairwise-verdict'
import type { DecidedBy } from './rubric/preference'

/** Sides go by the ids of the item that was compared; null: neither is better. */
export type StatedPair = { a: string; b: string; stated: string | null; derived: string | null; decidedBy: DecidedBy; same: boolean }

type Found<Basis> = ReturnType<Extract<PairwiseVerdict, { basis: Basis }>['of']>

/**
 * Which of two responses is better as experts said it, beside what follows from their labels of the same responses; pairs of which
 * nothing was said are left out. Null where the two items do not hold the same responses (by their text, whatever they are called).
 * O(responses²).
 */
export function statedAgainstDerived(stated: Found<'stated'>, derived: Found<'derived'>): StatedPair[] | null {
  const idOf = new Map(stated.responses.map(({ id, text }) => [text, id]))
  const theirs = new Map(derived.responses.map(({ id, text }) => [id, idOf.get(text)]))
  if (idOf.size !== stated.responses.length || theirs.size !== idOf.size || new Set(theirs.values()).size !== idOf.size || [...theirs.values()].includes(undefined)) return null
  const said = new Map(stated.pairs.map(({ a, b, preferred }) => [keyOf(a, b), preferred]))
  return derived.pairs.flatMap((pair): StatedPair[] => {
    const [a, b] = [theirs.get(pair.a)!, theirs.get(pair.b)!]
    const is = said.get(keyOf(a, b))
    if (is === undefined) return []
    const follows = pair.preferred === null ? null : theirs.get(pair.preferred)!
    return [{ a, b, stated: is, derived: follows, decidedBy: pair.decidedBy, same: is === follows }]
  })
}

const keyOf = (a: string, b: string) => JSON.stringify(a < b ? [a, b] : [b, a])
