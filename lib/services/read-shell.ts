import type { Role, Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { namedMemberships } from '@/lib/db/membership-names'
import { personById } from '@/lib/db/people'
import { anyReleaseFor } from '@/lib/db/releases'
import { Refusal } from '@/lib/errors'

export type Shell = {
  person: { id: string; name: string; email: string }
  /** Where this person has work, in the order of the top bar. */
  places: ('desk' | 'bench' | 'studies' | 'releases' | 'people')[]
  /** The studies that they run, for the palette. */
  studies: { slug: string; name: string }[]
}

/** What frames every page of a person: who they are and the places that their roles open. */
export const readShell = (viewer: Viewer): Promise<Shell> =>
  asViewer(viewer, async (tx) => {
    const person = await personById(tx, viewer.personId)
    if (!person) throw new Refusal('signed-out', 'signed-out')
    const running = (await namedMemberships(tx, viewer.personId)).filter(({ archived }) => !archived)
    const is = (role: Role) => running.some(({ roles }) => roles.includes(role))
    return {
      person: { id: viewer.personId, name: person.name, email: person.email },
      places: [
        ...(is('reader') ? (['desk'] as const) : []),
        ...(is('adjudicator') ? (['bench'] as const) : []),
        ...(is('admin') || viewer.owner ? (['studies'] as const) : []),
        ...(is('researcher') || is('admin') || (await anyReleaseFor(tx)) ? (['releases'] as const) : []),
        ...(viewer.owner ? (['people'] as const) : []),
      ],
      studies: running.filter(({ roles }) => roles.includes('admin')).map(({ slug, name }) => ({ slug, name })),
    }
  })
