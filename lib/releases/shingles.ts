/** What two texts are compared by. Only for comparison: nothing is stored or shown in this form. */
export const comparable = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()

/**
 * Every run of `length` code points of a comparable text, whatever its script; of a shorter text the one run it is. Needs no
 * words, so it works where nothing separates them.
 */
export function shingles(comparableText: string, length: number): Set<string> {
  const found = new Set<string>()
  // Where every code point is one unit, which most texts are, a run is a slice of the text itself: several times as fast.
  const points = /[\ud800-\udfff]/.test(comparableText) ? [...comparableText] : comparableText
  for (let start = 0; start === 0 || start + length <= points.length; start++) {
    const run = points.slice(start, start + length)
    found.add(typeof run === 'string' ? run : run.join(''))
  }
  return found
}

/** Part of all shingles that both have: 1 for equal sets, 0 for disjoint ones. Never empty sets. */
export function jaccard(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0
  for (const each of one) if (other.has(each)) shared += 1
  return shared / (one.size + other.size - shared)
}
