import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { addItems, addMember, makePerson, makeStudy, viewerOf } from '@/prisma/factories'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import type { Viewer } from '@/lib/blinding/viewer'
import { asSystem } from '@/lib/db/as-system'
import { stateLicence as statement } from '@/lib/db/licences'
import { plainRecipe } from '@/lib/releases/recipe'
import { beginImport } from './begin-import'
import { changeStudy } from './change-study'
import { commitImport } from './commit-import'
import { importOptions } from './import-options'
import { openFile } from './open-download'
import { countRelease } from './preview-release'
import { readItem } from './read-item'
import { stageImport } from './stage-import'
import { listLicences, stateLicence, stateLicenceInput } from './state-licence'
import { allOf, studyToRelease, type StudyToRelease } from './testing/study-to-release'

const db = freshDatabase()
let study: StudyToRelease
let owner: Viewer
beforeAll(async () => {
  study = await studyToRelease(db, { items: 6, licence: null })
  const { personId } = await makePerson({ name: 'canary-owner', owner: true })
  await addMember(study.studyId, personId, 'admin')
  owner = await viewerOf(personId)
})

const state = (viewer: Viewer, input: object) => stateLicence(viewer, stateLicenceInput.parse({ study: study.slug, licence: 'CC-BY-4.0', reason: 'The ward agreed.', of: { known: false }, ...input }))
const settings = { name: 'Ward', description: '', languages: ['en'], readersPerItem: 2, policy: 'on-disagreement' as const, settings: { errorsPerText: 'any', tolerance: 'exact' }, showsVerdicts: false }
const licencesOf = async (id: string) => (await db.sql<{ licence: string | null }>('select licence from item where study_id = $1 order by external_id', [id])).map(({ licence }) => licence)
const read = async (releaseId: string, name: string) => {
  const { send, size } = await openFile(study.admin, { releaseId, path: [name] })
  return (await allOf(await send(0, size))).toString()
}

test('what a row leaves unsaid of its licence the study says as it comes in; what it says itself stands, also that it is unknown', async () => {
  const { studyId, slug } = await makeStudy({ licence: 'CC0-1.0' })
  await addMember(studyId, study.admin.personId, 'admin')
  const admin = await viewerOf(study.admin.personId)
  const bring = async (records: object[]) => {
    const { importId } = await beginImport(admin, { study: slug, fileName: 'f', options: importOptions.parse({ format: { kind: 'native' } }) })
    async function* bytes() {
      yield Buffer.from(records.map((record) => `${JSON.stringify(record)}\n`).join(''))
    }
    await stageImport(admin, { importId }, bytes())
    await commitImport(admin, { importId, take: 'all', duplicates: 'skip' })
  }
  await bring([{ id: 'a', text: 'one' }, { id: 'b', text: 'two', licence: 'MIT' }, { id: 'c', text: 'three', licence: 'unknown' }])
  await changeStudy(admin, { study: slug, reason: '', licence: 'CC-BY-4.0', ...settings })
  await bring([{ id: 'd', text: 'four' }])
  expect(await licencesOf(studyId)).toEqual(['CC0-1.0', 'MIT', 'unknown', 'CC-BY-4.0'])
})

test('no setting of an admin’s gives items that are there a licence, nor does the unblinded door', async () => {
  await changeStudy(study.admin, { study: study.slug, reason: '', licence: 'CC-BY-4.0', ...settings })
  expect(await licencesOf(study.studyId)).toEqual(Array(6).fill(null))
  const releaseId = await study.draft()
  expect(await countRelease(study.admin, { releaseId, recipe: plainRecipe })).toMatchObject({ items: 0, unlicensed: ['note-0000', 'note-0001', 'note-0002', 'note-0003', 'note-0004', 'note-0005'] })
  await expect(state(study.admin, {})).rejects.toMatchObject({ code: 'invalid', reason: 'licence-is-the-owners' })
  const asAdmin = { reason: 'licence-stated', actor: study.admin.personId } as const
  await expect(asSystem(asAdmin, (tx) => statement(tx, { studyId: study.studyId, licence: 'MIT', reason: 'So.', of: { licences: [null], source: null, ids: null } }))).rejects.toThrow(/row-level security/)
  await expect(db.sql(`update item set licence = 'MIT' where study_id = $1`, [study.studyId])).rejects.toThrow(/by an owner's statement/)
  expect(await licencesOf(study.studyId)).toEqual(Array(6).fill(null))
})

test('a stranger’s study and a researcher’s have no licences to state', async () => {
  const stranger = await viewerOf((await makePerson({ owner: true })).personId)
  for (const viewer of [stranger, await study.person('researcher'), study.readers[0]!]) {
    await expect(state(viewer, {})).rejects.toMatchObject({ code: 'not-found' })
    await expect(listLicences(viewer, { study: study.slug })).rejects.toMatchObject({ code: 'not-found' })
  }
})

test('an owner says it with a reason, of the items meant alone; releases tell it without a name, and frozen ones stay as they were', async () => {
  await expect(state(owner, { licence: 'Unknown' })).rejects.toMatchObject({ reason: 'licence-says-nothing' })
  await expect(state(owner, { of: { licence: 'MIT' } })).rejects.toMatchObject({ reason: 'licence-of-nothing' })
  expect(() => stateLicenceInput.parse({ study: study.slug, licence: 'MIT', reason: ' ', of: { known: false } })).toThrow()
  expect(await state(owner, { source: 'clinic', licence: 'CC0-1.0', reason: 'The clinic gave it away.' })).toEqual({ items: 2 })
  expect(await state(owner, { items: ['note-0001', 'note-0002', 'no-such'] })).toEqual({ items: 2 })
  expect(await licencesOf(study.studyId)).toEqual(['CC0-1.0', 'CC-BY-4.0', 'CC-BY-4.0', null, null, 'CC0-1.0'])
  expect((await listLicences(study.admin, { study: study.slug })).licences).toMatchObject([
    { licence: null, isKnown: false, items: 2, stated: [] },
    { licence: 'CC-BY-4.0', items: 2, stated: [{ items: 2, reason: 'The ward agreed.' }] },
    { licence: 'CC0-1.0', items: 2, sources: 1, stated: [{ items: 2 }] },
  ])

  const first = await study.released()
  const licences = await read(first, 'LICENCES')
  expect(licences).toMatch(/CC0-1\.0: 2 items\n {2}clinic: 2 items\n {2}As the study says of 2 items since \d{4}-\d\d-\d\d, by an owner: The clinic gave it away\./)
  for (const path of ['LICENCES', 'README.md', 'manifest.json']) expect(await read(first, path)).not.toContain('canary-owner')
  expect(await read(first, 'README.md')).toMatch(/- CC-BY-4\.0: 2 items, as the study says since .*, by an owner: The ward agreed\./)

  await state(owner, { of: { licence: 'CC-BY-4.0' }, licence: '', reason: 'The ward took it back.' })
  const next = await study.released()
  expect(await read(first, 'LICENCES')).toBe(licences)
  expect(await read(next, 'LICENCES')).not.toContain('CC-BY-4.0')
  expect(await read(next, 'CHANGELOG.md')).toContain('note-0001')
  expect(await db.sql(`select e.detail from audit_event e join audit_actor a on a.event_id = e.id where e.kind = 'licence-stated' and a.person_id = $1 order by e.at`, [owner.personId])).toMatchObject([
    { detail: { items: 2, licence: 'CC0-1.0', of: 'unknown', source: 'clinic', reason: 'The clinic gave it away.' } },
    { detail: { items: 2, licence: 'CC-BY-4.0' } },
    { detail: { items: 2, licence: null, of: 'CC-BY-4.0', reason: 'The ward took it back.' } },
  ])
  const [item] = await db.sql<{ id: string }>(`select id from item where study_id = $1 and external_id = 'note-0000'`, [study.studyId])
  expect((await readItem(study.admin, { study: study.slug, itemId: item!.id })).item.licenceStated).toMatchObject({ reason: 'The clinic gave it away.' })
})

test('items of before have what their newest frozen release says, else what their study said when they came in', async () => {
  const before = await studyToRelease(db, { items: 4 })
  await before.released({ exclusions: ['note-0002', 'note-0003'].map((id) => ({ id, reason: 'Not yet.' })) })
  await db.sql('alter table item disable trigger licence_is_stated')
  await db.sql('update item set licence = null where study_id = $1', [before.studyId])
  // Whoever changed the setting gave everything a licence: what came in before that had none.
  await db.sql(`update study set licence = null where id = $1`, [before.studyId])
  await changeStudy(before.admin, { study: before.slug, reason: '', licence: 'CC-BY-4.0', ...settings })
  await addItems(before.studyId, [{ externalId: 'o-1', text: 'later' }])
  await db.sql(`update item set licence = '' where study_id = $1 and external_id = 'o-1'`, [before.studyId])
  const [filling] = /with released as [^;]+;/.exec(readFileSync('prisma/migrations/20261127020000_a_licence_is_written_into_its_item/migration.sql', 'utf8'))!
  await db.sql(filling)
  await db.sql('alter table item enable trigger licence_is_stated')
  expect(await licencesOf(before.studyId)).toEqual(['CC-BY-4.0', 'CC-BY-4.0', null, null, 'CC-BY-4.0'])
})
