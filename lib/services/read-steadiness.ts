/**
 * How far the place of a response decides which one readers prefer, and how steady each reader is, for the study's admins: from
 * closed items alone, whose readings they may see by name.
 */
import { z } from 'zod'
import { holdsRole, type Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { readingsWithRepeats } from '@/lib/db/repeats'
import { taskOf } from '@/lib/tasks/registry'
import type { Steadiness } from '@/lib/tasks/steadiness'
import { admitManager } from './admit-manager'

export const readSteadinessInput = z.object({ study: z.string() })

/** Null for tasks that have no sides, and for an owner who does not run the study. */
export const readSteadiness = (viewer: Viewer, { study: slug }: z.output<typeof readSteadinessInput>): Promise<Steadiness | null> =>
  asViewer(viewer, async (tx) => {
    const study = await admitManager(tx, viewer, slug)
    const { steadiness } = taskOf(study.task)
    return steadiness && holdsRole(viewer, study.id, 'admin') ? steadiness(await readingsWithRepeats(tx, study.id)) : null
  })
