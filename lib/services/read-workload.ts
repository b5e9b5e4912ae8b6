/** How the work of a study is spread over its people: sums per person, never which item anyone has. */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { membersOf } from '@/lib/db/memberships'
import { workloadsOf, type Workload } from '@/lib/db/workloads'
import { admitAdmin } from './admit-admin'

/** `people`: only these, as a page of them shows; all where it is left out. */
export const readWorkloadInput = z.object({ study: z.string(), zone: z.string(), people: z.array(z.uuid()).optional() })

export type WorkloadRow = Workload & { name: string; roles: string[]; deactivated: boolean }

/** Those who read or adjudicate, or once did, by name. */
export async function readWorkload(
  viewer: Viewer,
  { study: slug, zone, people }: z.output<typeof readWorkloadInput>,
): Promise<WorkloadRow[]> {
  return asViewer(viewer, async (tx) => {
    const study = await admitAdmin(tx, viewer, slug)
    const loads = new Map((await workloadsOf(tx, study.id, people ?? null, zone)).map((load) => [load.personId, load]))
    return (await membersOf(tx, study.id)).flatMap(({ personId, name, roles, deactivated }) => {
      const load = loads.get(personId)
      const works = roles.includes('reader') || roles.includes('adjudicator')
      return load && (people?.includes(personId) ?? true) && (works || load.submitted + load.settled > 0) ? [{ ...load, name, roles, deactivated }] : []
    })
  })
}
