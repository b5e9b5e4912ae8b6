/**
 * How alike criteria of two rubrics are, in [0, 1], by the words they share: the cosine of their sets of words, where a word counts the
 * less the more criteria of one rubric have it, so that what every criterion says (the drug, "states that") tells nothing. 1 for
 * the same words, 0 for none in common. Words are by their first six letters, whatever their endings; scripts without spaces by pairs of
 * letters; numbers are whole. The same both ways, to the last digit: weights are whole millionths.
 * Source: inverse document frequency, Spärck Jones 1972. O(criteria · words); asked of texts of the two rubrics alone.
 */
export function likenessIn(a: readonly string[], b: readonly string[]): (one: string, other: string) => number {
  const known = new Map([...a, ...b].map((text) => [text, wordsOf(text)]))
  const [inA, inB] = [timesIn(a, known), timesIn(b, known)]
  const most = Math.max(a.length, b.length)
  const weightOf = (word: string) => Math.round(1e6 * Math.log((most + 1) / Math.max(inA.get(word) ?? 0, inB.get(word) ?? 0)) ** 2)
  const sum = (words: Iterable<string>) => [...words].reduce((total, word) => total + weightOf(word), 0)
  const sizes = new Map([...known].map(([text, words]) => [text, sum(words)]))
  return (one, other) => {
    const size = Math.sqrt(sizes.get(one)! * sizes.get(other)!)
    const others = known.get(other)!
    return size === 0 ? 0 : Math.min(sum([...known.get(one)!].filter((word) => others.has(word))) / size, 1)
  }
}

const unspaced = '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}'
const runs = new RegExp(`[${unspaced}]+|\\p{N}+|(?:(?![${unspaced}\\p{N}])[\\p{L}\\p{M}])+`, 'gu')
const isUnspaced = new RegExp(`^[${unspaced}]`, 'u')
const stem = 6

function wordsOf(text: string): Set<string> {
  const words = new Set<string>()
  for (const [run] of text.normalize('NFKC').toLowerCase().matchAll(runs)) {
    const letters = [...run]
    if (/^\p{N}/u.test(run)) words.add(run)
    else if (!isUnspaced.test(run)) words.add(letters.slice(0, stem).join(''))
    else for (let at = 0; at < Math.max(letters.length - 1, 1); at++) words.add(letters.slice(at, at + 2).join(''))
  }
  return words
}

function timesIn(texts: readonly string[], known: ReadonlyMap<string, ReadonlySet<string>>): Map<string, number> {
  const times = new Map<string, number>()
  for (const text of texts) for (const word of known.get(text)!) times.set(word, (times.get(word) ?? 0) + 1)
  return times
}
