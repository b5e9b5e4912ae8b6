import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addItems, addMember, makePerson, makeStudy } from '@/prisma/factories'
import { verifyAudit } from '@/lib/services/verify-audit'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import { onAnotherDatabase } from '@/prisma/testing/on-another-database'
import { templateName } from '@/prisma/testing/template'
import { restoreBackup } from './restore-backup'
import { writeBackup } from './write-backup'

const full = freshDatabase()
const folder = mkdtempSync(path.join(tmpdir(), 'doubleread-backup-'))
const file = path.join(folder, 'all.backup')
const texts = ['Größe\t20 mg\\n', 'a\r\nb', '血压 140/90 \u{1F9EA}', '\\N', '\\.']

beforeAll(async () => {
  const { studyId } = await makeStudy({ licence: 'CC-BY-4.0' })
  const { personId } = await makePerson({})
  await addMember(studyId, personId, 'reader')
  await addItems(
    studyId,
    texts.map((text) => ({ text })),
  )
  await writeBackup(full.ownerUrl, file)
})
afterAll(() => rmSync(folder, { recursive: true }))

/** An empty database of the same shape beside the full one. */
const onEmpty = <T>(work: (url: string, client: pg.Client) => Promise<T>) => onAnotherDatabase(process.env['DATABASE_URL']!, templateName(), work)

test('a restored installation is the one that was backed up, and its audit trail goes on', async () => {
  const before = await full.sql(`select external_id, text, text_hash from item order by external_id`)
  await onEmpty(async (url, client) => {
    await restoreBackup(url, file)
    expect((await client.query(`select external_id, text, text_hash from item order by external_id`)).rows).toEqual(
      before,
    )
    const { rows } = await client.query(
      `select e.kind from audit_link l join audit_event e on e.id = l.event_id order by l.position desc limit 2`,
    )
    expect(rows.map(({ kind }) => kind)).toEqual(['backup-restored', 'backup-made'])
    await expect(client.query('update judgment set revision = 2; update audit_event set kind = kind')).rejects.toThrow(
      'immutable',
    )
    await expect(restoreBackup(url, file)).rejects.toThrow('not empty')
  })
  expect((await verifyAudit(null, {})).ok).toBe(true)
})

const changed = (from: string, to: string) => (bytes: Buffer) =>
  gzipSync(Buffer.from(gunzipSync(bytes).toString('latin1').replace(from, to), 'latin1'))

test.each([
  ['a changed name', changed('CC-BY', 'CC-XY'), 'checksum'],
  ['a changed text', changed('140/90', '140/99'), 'damaged'],
  ['a missing end', (bytes: Buffer) => bytes.subarray(0, bytes.length - 40), 'not a whole backup'],
  ['another file', () => Buffer.from('hello'), 'not a whole backup'],
])('%s is refused, and nothing is changed', async (_, damage, sentence) => {
  const damaged = path.join(folder, 'damaged.backup')
  writeFileSync(damaged, damage(readFileSync(file)))
  await onEmpty(async (url, client) => {
    await expect(restoreBackup(url, damaged)).rejects.toThrow(sentence)
    expect((await client.query('select from item')).rowCount).toBe(0)
    expect((await client.query<{ position: string }>('select position from audit_head')).rows[0]?.position).toBe('0')
  })
})
