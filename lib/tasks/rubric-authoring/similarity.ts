/**
 * How alike two wordings are, in [0, 1]: the Dice coefficient of their letter pairs, case, width and punctuation aside. 1 for
 * the same words, 0 for nothing in common or nothing at all. Works for scripts without spaces. O(n).
 * Source: Dice 1945; as string similarity, Kondrak 2005.
 */
export const similarity = (a: string, b: string): number => diceOf(pairsOf(a), pairsOf(b))

/** A text's letter pairs, for whoever compares it with many. */
export type LetterPairs = { times: ReadonlyMap<string, number>; all: number }

/** The same of texts whose pairs are known. What cannot reach `least` is not looked at, and is 0. */
export function diceOf(a: LetterPairs, b: LetterPairs, least = 0): number {
  const sizes = a.all + b.all
  if (sizes === 0 || 2 * Math.min(a.all, b.all) < least * sizes) return 0
  let common = 0
  for (const [pair, times] of a.times) common += Math.min(times, b.times.get(pair) ?? 0)
  return (2 * common) / sizes
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim() // prettier-ignore

export function pairsOf(text: string): LetterPairs {
  const pairs = new Map<string, number>()
  for (const word of plain(text).split(' ')) {
    const letters = [...word]
    if (letters.length === 1) count(pairs, letters[0]!)
    for (let at = 0; at + 1 < letters.length; at++) count(pairs, letters[at]! + letters[at + 1]!)
  }
  return { times: pairs, all: [...pairs.values()].reduce((total, times) => total + times, 0) }
}

const count = (pairs: Map<string, number>, pair: string) => pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
