import type { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asSystem } from '@/lib/db/as-system'
import { personById, setDeactivated } from '@/lib/db/people'
import { Refusal } from '@/lib/errors'
import type { personInput } from './deactivate-person'

/** Lets a deactivated person in again, with the roles they had. */
export async function reactivatePerson(viewer: Viewer, { personId }: z.output<typeof personInput>): Promise<void> {
  if (!viewer.owner) throw new Refusal('not-found', 'not-found')
  await asSystem({ reason: 'person-reactivated', actor: viewer.personId }, async (tx, note) => {
    if (!(await personById(tx, personId))) throw new Refusal('not-found', 'not-found')
    await setDeactivated(tx, personId, null)
    note({ detail: { personId } })
  })
}
