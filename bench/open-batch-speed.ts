import { round, type Result } from './result'
import type { Stages } from './stages'

/** How long an admin waits for all items to be opened in one batch, three seats each. */
export async function openBatchSpeed(stages: Stages, items: number): Promise<Result[]> {
  const { ms } = await stages.opened()
  return [
    { measure: 'open-batch: all items, k = 3', value: round(ms / 1000), unit: 's' },
    { measure: 'open-batch: seats made', value: round(((items * 3) / ms) * 1000), unit: 'seats/s' },
  ]
}
