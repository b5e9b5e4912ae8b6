import { byCodeUnit } from './by-code-unit'

/**
 * A number of 53 bits that a salt and a text fix (cyrb53, public domain): the order in which a rule of composition takes
 * items, which nobody chose. Not for secrets: whoever knows the salt can compute it. O(length).
 */
export function saltedHash(salt: string, text: string): number {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  const mix = (unit: number) => {
    high = Math.imul(high ^ unit, 2_654_435_761)
    low = Math.imul(low ^ unit, 1_597_334_677)
  }
  for (let at = 0; at < salt.length; at++) mix(salt.charCodeAt(at))
  // No unit of a string: salt "ab" with text "c" is not salt "a" with text "bc".
  mix(0x10000)
  for (let at = 0; at < text.length; at++) mix(text.charCodeAt(at))
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909)
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909)
  return 4_294_967_296 * (2_097_151 & low) + (high >>> 0)
}

/** Things in the order that the salt gives their ids; the same whatever order they come in. O(n log n). */
export function inSaltedOrder<Item extends { id: string }>(items: readonly Item[], salt: string): Item[] {
  return items
    .map((item) => ({ item, hash: saltedHash(salt, item.id) }))
    .sort((a, b) => a.hash - b.hash || byCodeUnit(a.item.id, b.item.id))
    .map(({ item }) => item)
}
