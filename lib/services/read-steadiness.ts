/**
 * How far the place of a response decides which one readers prefer, and how steady each reader is, for the study's admins: from
 * closed items alone, whose readings they may see by name.
 */
import { z } from 'zod'
import { holdsRole, type Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { readingsWithRepeats, type ReadTwice } from '@/lib/db/repeats'
import { asksTwice } from '@/lib/tasks/asks-twice'
import type { Judgment } from '@/lib/tasks/preference/judgment'
import { positionBias, type PositionBias } from '@/lib/tasks/preference/position-bias'
import { selfConsistency, type Consistency, type Repeated } from '@/lib/tasks/preference/self-consistency'
import { admitManager } from './admit-manager'

export const readSteadinessInput = z.object({ study: z.string() })

export type Steadiness = { bias: PositionBias; all: Consistency; readers: ({ reader: string } & Consistency)[] }

const [confidence, resamples, seed] = [0.95, 1_000, 1]

/** Null for tasks that have no sides, and for an owner who does not run the study. */
export const readSteadiness = (viewer: Viewer, { study: slug }: z.output<typeof readSteadinessInput>): Promise<Steadiness | null> =>
  asViewer(viewer, async (tx) => {
    const study = await admitManager(tx, viewer, slug)
    return asksTwice(study.task) && holdsRole(viewer, study.id, 'admin') ? steadinessOf(await readingsWithRepeats(tx, study.id)) : null
  })

export function steadinessOf(readings: readonly ReadTwice[]): Steadiness {
  const byItem = new Map<string, Judgment[]>()
  const repeats: Repeated[] = []
  for (const { itemId, reader, once, again } of readings) {
    const said = [once as Judgment, ...(again ? [again as Judgment] : [])]
    byItem.set(itemId, [...(byItem.get(itemId) ?? []), ...said])
    if (again) repeats.push({ reader, once: once as Judgment, again: again as Judgment })
  }
  const { all, byReader } = selfConsistency(repeats, confidence)
  return {
    bias: positionBias([...byItem.values()], { resamples, seed, confidence }),
    all,
    readers: Object.entries(byReader).map(([reader, consistency]) => ({ reader, ...consistency })),
  }
}
