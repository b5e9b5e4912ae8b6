import type { Random } from './seeded-random'

/**
 * How often one item is drawn in each of the replicates of a bootstrap, without knowing how many items there are: independent
 * Poisson numbers of mean 1, what the multinomial of the classic bootstrap tends to. So items can pass by once.
 * Source: Chamandy, Muralidharan, Najmi & Naidu 2012, Estimating Uncertainty for Massive Data Streams. O(replicates).
 */
export function poissonWeights(random: Random, into: Uint8Array): Uint8Array {
  for (let replicate = 0; replicate < into.length; replicate++) {
    const drawn = random()
    let times = 0
    while (times < cumulative.length && drawn >= cumulative[times]!) times += 1
    into[replicate] = times
  }
  return into
}

/** P(X <= k) for a mean of 1; beyond k = 12 less than 2^-32. */
const cumulative = Array.from({ length: 13 }, (_, most) => {
  let [term, sum] = [Math.exp(-1), Math.exp(-1)]
  for (let k = 1; k <= most; k++) sum += term /= k
  return sum
})
