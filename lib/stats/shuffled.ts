import type { Random } from './seeded-random'

/** The list in a random order, every order equally likely (Fisher and Yates, in Durstenfeld's form). The list stays as it is. */
export function shuffled<T>(list: readonly T[], random: Random): T[] {
  const result = [...list]
  for (let at = result.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    const kept = result[at]!
    result[at] = result[other]!
    result[other] = kept
  }
  return result
}
