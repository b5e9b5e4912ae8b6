/**
 * How alike two wordings are, in [0, 1]: the Dice coefficient of their letter pairs, case, width and punctuation aside. 1 for
 * the same words, 0 for nothing in common or nothing at all. Works for scripts without spaces. O(n).
 * Source: Dice 1945; as string similarity, Kondrak 2005.
 */
export function similarity(a: string, b: string): number {
  const [left, right] = [pairsOf(a), pairsOf(b)]
  const sizes = sum(left) + sum(right)
  if (sizes === 0) return 0
  let common = 0
  for (const [pair, times] of left) common += Math.min(times, right.get(pair) ?? 0)
  return (2 * common) / sizes
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim() // prettier-ignore

function pairsOf(text: string): Map<string, number> {
  const pairs = new Map<string, number>()
  for (const word of plain(text).split(' ')) {
    const letters = [...word]
    if (letters.length === 1) count(pairs, letters[0]!)
    for (let at = 0; at + 1 < letters.length; at++) count(pairs, letters[at]! + letters[at + 1]!)
  }
  return pairs
}

const count = (pairs: Map<string, number>, pair: string) => pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
const sum = (pairs: Map<string, number>) => [...pairs.values()].reduce((total, times) => total + times, 0)
