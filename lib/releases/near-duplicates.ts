import { bandsFor } from './bands'
import { byCodeUnit } from './by-code-unit'
import { candidatePairs } from './candidate-pairs'
import { minHash } from './min-hash'
import type { NearDuplicateOptions, NearDuplicatePair, NearDuplicates } from './near-duplicate-pair'
import { saltedHash } from './salted-hash'
import { comparable, jaccard, shingles } from './shingles'

/** Pairs whose texts are asked for together. */
const pairsPerPiece = 500

/**
 * Pairs of texts that are nearly the same, most similar first, in any script: width, case and blanks aside. The result
 * depends on the texts and the options alone, not on the order in which they come.
 *
 * Candidates are found by MinHash and banding; their similarity is then computed exactly from the texts, which `textsOf`
 * is asked for (at most 1,000 ids at a time), so that nothing reported is an estimate. A pair at the threshold is missed with
 * the chance 1 − `recall`; the more similar, the surer it is found. Texts that are the same are each paired with the first of
 * them by id, and only that one with others: enough to keep them together, and linear in their number.
 *
 * Keeps a signature of 512 bytes for each text, never the texts. Time: one pass of 128 hashes a character, then the candidates. Throws RangeError
 * when an id comes twice or options are out of range.
 */
export async function findNearDuplicates(
  texts: AsyncIterable<{ id: string; text: string }> | Iterable<{ id: string; text: string }>,
  textsOf: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>,
  { threshold, shingleLength, seed }: NearDuplicateOptions,
): Promise<NearDuplicates> {
  if (!(threshold > 0 && threshold <= 1)) throw new RangeError('a threshold is above 0 and at most 1')
  if (!Number.isInteger(shingleLength) || shingleLength < 1) throw new RangeError('a shingle has whole characters')
  const sign = minHash(seed, shingleLength)
  const all: { id: string; print: number; signature: Int32Array }[] = []
  for await (const { id, text } of texts) {
    const form = comparable(text)
    all.push({ id, print: saltedHash('', form), signature: sign(form) })
  }
  all.sort((a, b) => byCodeUnit(a.id, b.id))
  const double = all.find(({ id }, at) => id === all[at + 1]?.id)
  if (double) throw new RangeError(`${double.id} comes twice`)

  const firsts = new Map<number, string>()
  const same: [string, string][] = []
  const distinct = all.filter(({ id, print }) => {
    const first = firsts.get(print)
    if (first === undefined) firsts.set(print, id)
    else same.push([first, id])
    return first === undefined
  })
  const bands = bandsFor(threshold)
  const { pairs: near, crowded } = candidatePairs(
    distinct.map(({ signature }) => signature),
    bands,
    threshold,
  )
  const candidates = [...same, ...near.map(([a, b]): [string, string] => [distinct[a]!.id, distinct[b]!.id])]
  const pairs: NearDuplicatePair[] = []
  for (let at = 0; at < candidates.length; at += pairsPerPiece) {
    const piece = candidates.slice(at, at + pairsPerPiece)
    const given = await textsOf([...new Set(piece.flat())])
    const sets = new Map<string, Set<string>>()
    const setOf = (id: string) => {
      const known = sets.get(id)
      if (known) return known
      const text = given.get(id)
      if (text === undefined) throw new Error(`the text of ${id} is gone`)
      const made = shingles(comparable(text), shingleLength)
      sets.set(id, made)
      return made
    }
    for (const [a, b] of piece) {
      const similarity = jaccard(setOf(a), setOf(b))
      if (similarity >= threshold) pairs.push({ a, b, similarity })
    }
  }
  pairs.sort((x, y) => y.similarity - x.similarity || byCodeUnit(x.a, y.a) || byCodeUnit(x.b, y.b))
  return { pairs, texts: all.length, compared: candidates.length, crowded, recall: bands.recall }
}
