import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { addItems, makeStudy } from './factories'
import { freshDatabase } from './testing/fresh-database'

const db = freshDatabase()

beforeAll(async () => {
  const { studyId } = await makeStudy()
  const [itemId] = await addItems(studyId, 1)
  const [release] = await db.sql<{ id: string }>(`insert into release (study_id, title, recipe) values ($1, 'First', '{}') returning id`, [studyId])
  await db.sql(`insert into release_item (release_id, external_id, item_id, split, cluster, withdrawn) values ($1, 'x', $2, 'test', 'c', 'for the test')`, [release!.id, itemId])
  const [file] = await db.sql<{ id: string }>(
    `insert into release_file (release_id, path, split, media_type, bytes, sha256, crc32) values ($1, 'p', 'test', 'text/plain', 1, '\\x00', 0) returning id`,
    [release!.id],
  )
  await db.sql(`insert into release_chunk values ($1, 0, '\\x00')`, [file!.id])
  await db.sql(
    `update release set state = 'frozen', version = '1.0.0', frozen_at = now(), signature = '{}', facts = '{}', manifest = '{}', manifest_hash = '\\x00' where id = $1`,
    [release!.id],
  )
})

test('a frozen release, its records, files and pieces are never changed, not by the owner of the database either', async () => {
  const changes = [
    `update release set title = 'Other'`,
    `delete from release`,
    `update release_item set withdrawn = 'x'`,
    `delete from release_item`,
    `insert into release_item (release_id, external_id, item_id, split, cluster, withdrawn) select id, 'new', '${randomUUID()}', 'test', 'c', 'x' from release`,
    `update release_file set path = 'x'`,
    `delete from release_file`,
    `insert into release_file (release_id, path, split, media_type, bytes, sha256, crc32) select id, 'new', 'test', 'text/plain', 1, '\\x00', 0 from release`,
    `update release_chunk set bytes = '\\x01'`,
    `delete from release_chunk`,
    `insert into release_chunk select id, 1, '\\x00' from release_file`,
  ]
  for (const change of changes) await expect(db.sql(change)).rejects.toThrow('release is immutable')
})

test('nothing is taken out of a frozen release into another one, and no table of it is emptied', async () => {
  const [draft] = await db.sql<{ id: string; file: string }>(
    `with draft as (insert into release (study_id, title, recipe) select study_id, 'Draft', '{}' from release returning id)
     insert into release_file (release_id, path, split, media_type, bytes, sha256, crc32) select id, 'p', 'test', 'text/plain', 1, '\\x00', 0 from draft
     returning release_id as id, id as file`,
  )
  const frozen = `(select id from release where state = 'frozen')`
  const changes = [
    `update release_item set release_id = '${draft!.id}'`,
    `update release_file set release_id = '${draft!.id}', path = 'taken' where release_id in ${frozen}`,
    `update release_chunk set file_id = '${draft!.file}'`,
    'truncate release_chunk',
    'truncate release_item',
    'truncate release cascade',
  ]
  for (const change of changes) await expect(db.sql(change)).rejects.toThrow('release is immutable')
  await expect(db.sql('truncate evaluation cascade')).rejects.toThrow('evaluation is immutable')
  await expect(db.sql('truncate prediction')).rejects.toThrow('prediction is immutable')
})

test('the application’s role reads every column of a release but its salt and its recipe', async () => {
  const columns = await db.sql<{ name: string }>(
    `select attname::text as name from pg_attribute where attrelid = 'release'::regclass and attnum > 0 and not attisdropped
       and not has_column_privilege('doubleread_app', 'release', attname, 'select') order by 1`,
  )
  expect(columns.map(({ name }) => name)).toEqual(['recipe', 'salt'])
})
