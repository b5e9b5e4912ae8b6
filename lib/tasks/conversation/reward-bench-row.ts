import type { JsonObject } from '../task'
import type { Message } from './prompt'

type Pair = { id: string; prompt: readonly Message[]; chosen: string; rejected: string; tags: JsonObject; specialty: string | null }

export const isOneText = ([first, second]: readonly Message[]): boolean => first?.role === 'user' && second === undefined

/** A pair as RewardBench has it: texts alone; the subset is the tag of that name, or else the specialty. */
export const rewardBenchRow = ({ id, prompt, chosen, rejected, tags, specialty }: Pair) => ({
  id,
  prompt: isOneText(prompt) ? prompt[0]!.content : prompt.map(({ role, content }) => `${role}: ${content}`).join('\n\n'),
  chosen,
  rejected,
  subset: typeof tags['subset'] === 'string' ? tags['subset'] : (specialty ?? ''),
})
