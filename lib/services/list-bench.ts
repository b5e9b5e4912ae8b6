/** The bench: how many disputes wait for this adjudicator in each study, and which they have begun. */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { benchStudies, heldDisputes } from '@/lib/db/disputes'

export const listBenchInput = z.object({})

export async function listBench(viewer: Viewer, _input: z.output<typeof listBenchInput>) {
  return asViewer(viewer, async (tx) => ({ studies: await benchStudies(tx), held: await heldDisputes(tx) }))
}
