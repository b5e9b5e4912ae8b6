import type { Message } from '../conversation/prompt'
import type { Json, JsonObject } from '../task'

/** What a HealthBench record has beside its rubric: which example it is, what was asked, and what has to stay with the data. */
export function healthBenchHead(id: string, { prompt, tags, reference }: { prompt: readonly Message[]; tags: JsonObject; reference?: unknown }): JsonObject {
  const { example_tags, canary } = tags
  return {
    prompt_id: id,
    prompt,
    ...(Array.isArray(example_tags) ? { example_tags } : {}),
    ideal_completions_data: (reference ?? null) as Json,
    ...(typeof canary === 'string' ? { canary } : {}),
  }
}
