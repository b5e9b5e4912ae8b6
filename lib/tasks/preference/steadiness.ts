import type { ReadTwice, Steadiness } from '../steadiness'
import type { Judgment } from './judgment'
import { positionBias } from './position-bias'
import { selfConsistency, type Repeated } from './self-consistency'

const [confidence, resamples, seed] = [0.95, 1_000, 1]

/** How far the place of a response decides, over all that was said, and how steady each reader is who was asked again. */
export function steadiness(readings: readonly ReadTwice<Judgment>[]): Steadiness {
  const byItem = new Map<string, Judgment[]>()
  const repeats: Repeated[] = []
  for (const { itemId, reader, once, again } of readings) {
    const said = byItem.get(itemId) ?? []
    byItem.set(itemId, said)
    said.push(once, ...(again ? [again] : []))
    if (again) repeats.push({ reader, once, again })
  }
  return {
    drawn: readings.filter(({ drawn }) => drawn).length,
    bias: positionBias([...byItem.values()], { resamples, seed, confidence }),
    ...selfConsistency(repeats, confidence),
  }
}
