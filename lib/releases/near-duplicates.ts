import { byCodeUnit } from './by-code-unit'
import { candidatePairs } from './candidate-pairs'
import { keyOfPair } from './key-of-pair'
import { minHash } from './min-hash'
import type { NearDuplicateOptions, NearDuplicatePair, NearDuplicates } from './near-duplicate-pair'
import { planProbes } from './probes'
import { saltedHash } from './salted-hash'
import { areNear, ShingleSets } from './shingle-sets'
import { comparable, jaccard, shingles } from './shingles'
import { Signatures } from './signatures'
import { Standing } from './standing'

/** Pairs whose texts are asked for together. */
const pairsPerPiece = 500
/** Numbers of 32 bits stand for shingles when pairs are sorted out; two that are the same by chance move the index by less. */
const hashError = 0.01

type Texts = (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>
/** `gone`: the split in which it stood before it left; such texts are held against those that are here, not against one another. */
export type ComparedText = { id: string; text: string; gone?: string }

/**
 * Pairs of texts that are nearly the same, most similar first, in any script: width, case and blanks aside. The result
 * depends on the texts and the options alone, not on the order in which they come.
 *
 * Candidates are found by MinHash and probes of its places; their similarity is then computed exactly from the texts, which
 * `textsOf` is asked for (at most 1,000 ids at a time), so that nothing reported is an estimate. A pair at the threshold is
 * missed with the chance 1 − `recall`; the more similar, the surer it is found. Every pair found is reported, or its texts hang
 * together by pairs that are: see Standing. Texts that are the same are each paired with the first of them by id, and only that
 * one with others, unless somebody found two of them to be no duplicates. Of copies that are gone from one split one is looked for.
 *
 * Keeps a signature of 512 bytes for each text and the shingles of some, never the texts. Time: one pass over the texts, then
 * probes of O(n log n), and comparisons of which each text has a limited number in vain. `onProbe` is awaited between probes,
 * which take a fraction of a second each: the caller's moment to let others go on. Throws RangeError when an id comes twice or
 * options are out of range.
 */
export async function findNearDuplicates(
  texts: AsyncIterable<ComparedText> | Iterable<ComparedText>,
  textsOf: Texts,
  { threshold, shingleLength, seed, notDuplicates = [] }: NearDuplicateOptions,
  onProbe: (done: number, of: number) => Promise<void> = async () => {},
): Promise<NearDuplicates> {
  if (!(threshold > 0 && threshold <= 1)) throw new RangeError('a threshold is above 0 and at most 1')
  if (!Number.isInteger(shingleLength) || shingleLength < 1) throw new RangeError('a shingle has whole characters')
  const sign = minHash(seed, shingleLength)
  const signatures = new Signatures()
  const all: { id: string; print: number; number: number; gone: string | null }[] = []
  for await (const { id, text, gone = null } of texts) {
    const form = comparable(text)
    all.push({ id, print: saltedHash('', form), number: signatures.add(sign(form)), gone })
  }
  all.sort((a, b) => byCodeUnit(a.id, b.id))
  const double = all.find(({ id }, at) => id === all[at + 1]?.id)
  if (double) throw new RangeError(`${double.id} comes twice`)
  // What is here comes first, so that it stands for its copies, and a number tells which it is.
  all.sort((a, b) => Number(a.gone !== null) - Number(b.gone !== null))

  const printOf = new Map(all.map(({ id, print }) => [id, print]))
  // Where somebody found copies to be no duplicates, one of them cannot stand for the others.
  const apart = new Set(notDuplicates.flatMap(({ a, b }) => (a !== b && printOf.get(a) === printOf.get(b) ? [printOf.get(a)] : [])))
  const firsts = new Map<number, string>()
  const goneFrom = new Map<string, Map<number, string>>()
  const same: [string, string][] = []
  const distinct = all.filter(({ id, print, gone }) => {
    if (apart.has(print)) return true
    const own = gone === null || firsts.has(print) ? firsts : (goneFrom.get(gone) ?? new Map<number, string>())
    if (own !== firsts) goneFrom.set(gone!, own)
    const first = own.get(print)
    if (first === undefined) own.set(print, id)
    else if (own === firsts) same.push([first, id])
    return first === undefined
  })
  const here = distinct.filter(({ gone }) => gone === null).length
  signatures.arrange(distinct.map(({ number }) => number))
  const ids = distinct.map(({ id }) => id)
  const standing = new Standing(ids, notDuplicates)
  const similarityOf = exactly(textsOf, shingleLength)
  const reaching = async (wanted: readonly [string, string][]): Promise<NearDuplicatePair[]> => {
    const found: NearDuplicatePair[] = []
    for (const piece of pieces(wanted)) {
      const similarity = await similarityOf(piece)
      for (const [at, [a, b]] of piece.entries()) if (similarity[at]! >= threshold) found.push(pairOf(a, b, similarity[at]!))
    }
    return found
  }
  const pairs = await reaching(same)

  const sets = new ShingleSets(shingleLength, async (numbers) => {
    const given = await textsOf(numbers.map((number) => ids[number]!))
    return numbers.map((number) => textIn(given, ids[number]!))
  })
  const probes = planProbes(signatures, threshold, seed)
  let done = 0
  const looking = {
    seed,
    isSettled: (one: number, other: number) => (one >= here && other >= here) || standing.isSettled(one, other),
    onCrowd: (members: readonly number[]) => standing.countCrowd(members),
  }
  for (const found of candidatePairs(signatures, probes, looking)) {
    if (found === null) {
      await onProbe(++done, probes.count)
      continue
    }
    for (const piece of pieces(found)) {
      const open = piece.filter(({ one, other }) => !standing.isSettled(one, other) && standing.isNew(one, other))
      const setOf = await sets.of(open.flatMap(({ one, other }) => [one, other]))
      const near = open.filter(({ one, other }) => {
        const isNear = areNear(setOf.get(one)!, setOf.get(other)!, threshold - hashError)
        if (!isNear) standing.compareInVain(one, other)
        return isNear
      })
      const similarity = await similarityOf(near.map(({ one, other }): [string, string] => [ids[one]!, ids[other]!]))
      for (const [at, { one, other }] of near.entries()) {
        if (similarity[at]! < threshold) standing.compareInVain(one, other)
        else if (standing.join(one, other)) pairs.push(pairOf(ids[one]!, ids[other]!, similarity[at]!))
      }
    }
  }
  const goneIds = new Set(all.flatMap(({ id, gone }) => (gone === null ? [] : [id])))
  const dismissed = await reaching(standingAmong(notDuplicates, printOf).filter(([a, b]) => !goneIds.has(a) || !goneIds.has(b)))
  return { pairs: pairs.sort(closestFirst), dismissed: dismissed.sort(closestFirst), texts: all.length - goneIds.size, gone: goneIds.size, ...standing.counts(), compared: same.length + standing.compared, recall: probes.recall }
}

const pairOf = (a: string, b: string, similarity: number): NearDuplicatePair => (byCodeUnit(a, b) < 0 ? { a, b, similarity } : { a: b, b: a, similarity })

function* pieces<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < all.length; at += pairsPerPiece) yield all.slice(at, at + pairsPerPiece)
}

/** Similarities of a few pairs from their texts. */
const exactly =
  (textsOf: Texts, shingleLength: number) =>
  async (pairs: readonly (readonly [string, string])[]): Promise<number[]> => {
    if (pairs.length === 0) return []
    const given = await textsOf([...new Set(pairs.flat())])
    const sets = new Map<string, Set<string>>()
    const setOf = (id: string) => {
      const known = sets.get(id) ?? shingles(comparable(textIn(given, id)), shingleLength)
      sets.set(id, known)
      return known
    }
    return pairs.map(([a, b]) => jaccard(setOf(a), setOf(b)))
  }

function textIn(given: ReadonlyMap<string, string>, id: string): string {
  const text = given.get(id)
  if (text === undefined) throw new Error(`the text of ${id} is gone`)
  return text
}

const closestFirst = (x: NearDuplicatePair, y: NearDuplicatePair) => y.similarity - x.similarity || byCodeUnit(x.a, y.a) || byCodeUnit(x.b, y.b)

/** Of pairs somebody spoke of, each once, those whose texts are both here; the smaller id first. */
function standingAmong(pairs: readonly { a: string; b: string }[], ids: { has: (id: string) => boolean }): [string, string][] {
  const keys = new Set(pairs.flatMap(({ a, b }) => (a !== b && ids.has(a) && ids.has(b) ? [keyOfPair(a, b)] : [])))
  return [...keys].map((key) => JSON.parse(key) as [string, string])
}
