/** Whoever may run commands on this machine may act as any active person; that they did is an audit event. Never for the web. */
import type { Viewer } from '@/lib/blinding/viewer'
import { asSystem } from '@/lib/db/as-system'
import { rolesOf } from '@/lib/db/memberships'
import { personByEmail } from '@/lib/db/people'

export const actAs = ({ email }: { email: string }): Promise<Viewer | null> =>
  asSystem({ reason: 'sign-in', actor: null }, async (tx, note) => {
    const person = await personByEmail(tx, email.trim().toLowerCase())
    if (!person || person.deactivatedAt) {
      note({ reason: 'sign-in-refused', detail: { by: 'command-line', account: person ? 'deactivated' : 'unknown' } })
      return null
    }
    note({ actor: person.id, detail: { by: 'command-line' } })
    return { personId: person.id, owner: person.owner, roles: await rolesOf(tx, person.id) }
  })
