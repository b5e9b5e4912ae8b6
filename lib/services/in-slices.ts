import { setImmediate as turn } from 'node:timers/promises'
import type { Steps } from '@/lib/stats/steps'

/**
 * Long computing beside everything else that this process does: after each of its slices the loop has a turn, in which leases are
 * prolonged, other jobs go on and `onSlice` says how far it is (the share in [0, 1]). What `onSlice` throws ends the computing.
 */
export async function inSlices<Result>(steps: Steps<Result>, onSlice: (share: number) => Promise<void>): Promise<Result> {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
    await turn()
    await onSlice(value)
  }
}
