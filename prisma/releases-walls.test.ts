import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { addItems, addMember, makePerson, makeStudy } from './factories'
import { freshDatabase } from './testing/fresh-database'

const db = freshDatabase()
const person = {} as Record<'admin' | 'researcher' | 'granted' | 'reader' | 'stranger', string>
let releaseId = ''

beforeAll(async () => {
  const { studyId } = await makeStudy()
  for (const name of ['admin', 'researcher', 'granted', 'reader', 'stranger'] as const)
    person[name] = (await makePerson()).personId
  await addMember(studyId, person.admin, 'admin')
  await addMember(studyId, person.researcher, 'researcher')
  await addMember(studyId, person.granted, 'researcher')
  await addMember(studyId, person.reader, 'reader')
  await db.sql(`insert into split_grant (study_id, person_id, split, reason) values ($1, $2, 'test', 'shared task')`, [
    studyId,
    person.granted,
  ])
  const itemIds = await addItems(studyId, 2)
  const [release] = await db.sql<{ id: string }>(
    `insert into release (study_id, title, recipe) values ($1, 'First', '{"hidden":["test"]}') returning id`,
    [studyId],
  )
  releaseId = release!.id
  for (const [nth, split] of ['train', 'test'].entries()) {
    await db.sql(
      `insert into release_item (release_id, external_id, item_id, split, cluster, withdrawn) values ($1, $2, $3, $4, 'c', 'for the test')`,
      [releaseId, split, itemIds[nth], split],
    )
    const [file] = await db.sql<{ id: string }>(
      `insert into release_file (release_id, path, split, media_type, bytes, sha256, crc32) values ($1, $2, $2, 'text/plain', 1, '\\x00', 0) returning id`,
      [releaseId, split],
    )
    await db.sql(`insert into release_chunk values ($1, 0, '\\x00')`, [file!.id])
  }
})

const freeze = () =>
  db.sql(
    `update release set state = 'frozen', version = '1.0.0', frozen_at = now(), signature = '{}', facts = '{}', manifest = '{}', manifest_hash = '\\x00' where id = $1`,
    [releaseId],
  )
const count = async (who: keyof typeof person, table: string): Promise<number> =>
  (await db.sqlAs<{ n: number }>(person[who], `select count(*)::int as n from ${table}`))[0]!.n

test('a draft is its admins’ alone; frozen, a researcher has the open splits, and the hidden one by grant', async () => {
  for (const who of ['researcher', 'granted', 'reader', 'stranger'] as const)
    expect(await count(who, 'release')).toBe(0)
  expect(await count('admin', 'release_item')).toBe(2)
  await freeze()
  for (const table of ['release_item', 'release_file', 'release_chunk']) {
    const seen = await Promise.all(
      (['admin', 'granted', 'researcher', 'reader', 'stranger'] as const).map((who) => count(who, table)),
    )
    expect({ table, seen }).toEqual({ table, seen: [2, 2, 1, 0, 0] })
  }
})

test('a frozen release, its records, files and pieces are never changed, not by the owner of the database either', async () => {
  const changes = [
    `update release set title = 'Other'`,
    `delete from release`,
    `update release_item set withdrawn = 'x'`,
    `delete from release_item`,
    `update release_file set path = 'x'`,
    `update release_chunk set bytes = '\\x01'`,
    `delete from release_chunk`,
    `insert into release_item (release_id, external_id, item_id, split, cluster, withdrawn) values ('${releaseId}', 'new', '${randomUUID()}', 'test', 'c', 'x')`,
  ]
  for (const change of changes) await expect(db.sql(change)).rejects.toThrow('release is immutable')
})
