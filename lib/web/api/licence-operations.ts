/** Under which licences a study's items are, and an owner's word on those that are there already. */
import { z } from 'zod'
import { listLicences, stateLicence, stateLicenceInput } from '@/lib/services/state-licence'
import { operation } from './operation'
import { count, moment, studyParams } from './wire'

const licence = z
  .object({
    licence: z.string().nullable().describe('As it stands in the items; null: nothing is said.'),
    isKnown: z.boolean().describe('Whether it says anything: what does not stays out of releases.'),
    items: count,
    sources: count.describe('How many sources these items have.'),
    stated: z.array(z.object({ since: moment, reason: z.string(), items: count })).describe('What an owner said of items that were there already, newest first; the others came with it.'),
  })
  .meta({ id: 'Licence' })

const { study: _study, licence: stated, of, source, items, ...statement } = stateLicenceInput.shape

export const licenceOperations = [
  operation({
    id: 'listLicences',
    method: 'GET',
    path: '/studies/{study}/licences',
    tag: 'items',
    summary: 'Under which licences a study’s items are',
    description: 'All of them in one answer, what is not known first. Withdrawn items are in none.',
    scope: 'studies:read',
    params: studyParams,
    answer: { status: 200, schema: z.object({ data: z.array(licence) }) },
    run: async (viewer, { params }) => {
      const { licences } = await listLicences(viewer, params)
      // Postgres writes moments within JSON with its own offset.
      const asMoment = (since: string) => new Date(since).toISOString()
      return { data: licences.map((group) => ({ ...group, stated: group.stated.map((one) => ({ ...one, since: asMoment(one.since) })) })) }
    },
  }),
  operation({
    id: 'stateLicence',
    method: 'POST',
    path: '/studies/{study}/licences',
    tag: 'items',
    summary: 'State under which licence items are that the study has already',
    description: 'An owner’s word alone, and the study’s admins’ to see: every release of these items from now on tells it with its reason. Frozen releases stay as they are.',
    scope: 'items:write',
    params: studyParams,
    body: z
      .strictObject({
        ...statement,
        licence: stated.describe('Empty: it is not known any more.'),
        of: of.describe('Items whose licence is not known, or those that stand under this one as it is written; null: under none.'),
        source: source.describe('Of them those of one source.'),
        items: items.describe('Of them these alone, by their own ids.'),
      })
      .meta({ id: 'LicenceStatement' }),
    answer: { status: 201, schema: z.object({ items: count.describe('How many stand under it now that did not before.') }) },
    refusals: ['conflict'],
    run: (viewer, { params, body }) => stateLicence(viewer, { ...params, ...body }),
  }),
]
