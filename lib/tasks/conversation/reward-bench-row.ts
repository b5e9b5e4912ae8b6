import type { JsonObject } from '../task'
import { oneText } from './one-text'
import type { Message } from './prompt'

type Pair = { id: string; prompt: readonly Message[]; chosen: string; rejected: string; tags: JsonObject; specialty: string | null }

/** A pair as RewardBench has it: texts alone; the subset is the tag of that name, or else the specialty. */
export const rewardBenchRow = ({ id, prompt, chosen, rejected, tags, specialty }: Pair) => ({
  id,
  prompt: oneText(prompt),
  chosen,
  rejected,
  subset: typeof tags['subset'] === 'string' ? tags['subset'] : (specialty ?? ''),
})
