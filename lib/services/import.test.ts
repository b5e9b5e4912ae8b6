import { existsSync, createReadStream } from 'node:fs'
import path from 'node:path'
import { expect, test, describe, beforeAll, vi } from 'vitest'
import { addMember, makePerson, makeStudy, viewerOf } from '@/prisma/factories'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import type { Viewer } from '@/lib/blinding/viewer'
import { detectTable } from '@/lib/formats/detect-format'
import { proposeMapping } from '@/lib/formats/propose-mapping'
import { beginImport } from './begin-import'
import { bringFile, bringFileInput } from './bring-file'
import { commitImport } from './commit-import'
import { importOptions } from './import-options'
import { keepHouse } from './keep-house'
import { readImport, readImportProgress, refusedRows, dropImport } from './read-import'
import { stageImport } from './stage-import'

const db = freshDatabase()
let admin: Viewer
let studyId: string
let slug: string

async function* bytesOf(...pieces: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) yield typeof piece === 'string' ? new TextEncoder().encode(piece) : piece
}
async function all<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const row of rows) found.push(row)
  return found
}
const native = (...records: object[]) => records.map((record) => JSON.stringify(record)).join('\n') + '\n'
const begin = async (format: object, fileName = 'notes.jsonl', viewer = admin) =>
  (await beginImport(viewer, { study: slug, fileName, options: importOptions.parse({ format }) })).importId
const stage = async (file: string, format: object = { kind: 'native' }, fileName?: string) => {
  const importId = await begin(format, fileName)
  return { importId, counts: await stageImport(admin, { importId }, bytesOf(file)) }
}
const itemsIn = (id = studyId) =>
  db.sql<{ external_id: string; text: string; sealed: unknown }>(
    `select i.external_id, i.text, s.content as sealed from item i left join seal s on s.item_id = i.id where i.study_id = $1 order by i.external_id`,
    [id],
  )
const freshStudy = async () => {
  const made = await makeStudy()
  await addMember(made.studyId, admin.personId, 'admin')
  admin = await viewerOf(admin.personId)
  studyId = made.studyId
  slug = made.slug
}

beforeAll(async () => {
  const person = await makePerson()
  admin = await viewerOf(person.personId)
})

describe('an import', () => {
  test('keeps every text byte for byte, and what is sealed apart from it', async () => {
    await freshStudy()
    const text = 'Zeile 1\r\n\t„Ä\u0301“ 血压 120\\80 👩🏽‍⚕️ \u202Eabc'
    const { importId } = await stage(native({ id: 'a', text, tags: { age: 4 }, sealed: { model: 'm-7' } }, { id: 'b', text: 'plain' }))
    await commitImport(admin, { importId, take: 'all', duplicates: 'skip' })
    expect(await itemsIn()).toEqual([
      { external_id: 'a', text, sealed: { model: 'm-7' } },
      { external_id: 'b', text: 'plain', sealed: null },
    ])
    expect(await db.sql(`select stage, tags from item where study_id = $1 and external_id = 'a'`, [studyId])).toEqual([{ stage: 'pool', tags: { age: 4 } }])
  })

  test('of the same file a second time changes nothing and says so', async () => {
    await freshStudy()
    const file = native({ id: 'a', text: 'one' }, { id: 'b', text: 'two' })
    await commitImport(admin, { importId: (await stage(file)).importId, take: 'all', duplicates: 'skip' })
    const before = await itemsIn()
    const again = await stage(file)
    expect(again.counts).toEqual({ rows: 2, fresh: 0, known: 2, clash: 0, duplicates: 0, bad: 0, differing: 0 })
    expect(await commitImport(admin, { importId: again.importId, take: 'all', duplicates: 'skip' })).toEqual({ imported: 0, known: 2, corrected: 0, duplicates: 0, refused: 0 })
    expect(await itemsIn()).toEqual(before)
  })

  test('is looked through in one pass even where the database takes its rows for one', async () => {
    await freshStudy()
    const texts = (from: number) => Array.from({ length: 8_000 }, (_, n) => ({ id: `r${from + n}`, text: `text ${from + n}` }))
    await stage(native(...texts(0)))
    // Now it has statistics, in which the next import does not occur.
    await db.sql('analyze import_row')
    const [again, twin] = [{ id: 'r8000', text: 'text 8000' }, { id: 'twin', text: 'text 8001' }]
    const began = performance.now()
    const { counts } = await stage(native(...texts(8_000), again, twin))
    // Half a second in one pass, minutes when the rows are numbered anew for each of them.
    expect(performance.now() - began).toBeLessThan(20_000)
    expect(counts).toEqual({ rows: 8_002, fresh: 8_000, known: 1, clash: 0, duplicates: 1, bad: 0, differing: 0 })
  })

  test('says of each row whether its id or its text is here already, in the study or earlier in the file', async () => {
    await freshStudy()
    await commitImport(admin, { importId: (await stage(native({ id: 'old', text: 'old text' }))).importId, take: 'all', duplicates: 'skip' })
    const { importId, counts } = await stage(
      native(
        { id: 'old', text: 'another text' },
        { id: 'copy', text: 'old text' },
        { id: 'n1', text: 'new' },
        { id: 'n1', text: 'new' },
        { id: 'n1', text: 'newer' },
        { id: 'n2', text: 'new' },
        { id: 'n3', text: 'free' },
      ),
    )
    expect(counts).toEqual({ rows: 7, fresh: 2, known: 1, clash: 2, duplicates: 2, bad: 0, differing: 0 })
    const preview = await readImport(admin, { study: slug, importId })
    expect(preview.refused.map(({ line, fate }) => [line, fate])).toEqual([[1, 'clash'], [5, 'clash']])
    expect(preview.duplicates.map(({ externalId }) => externalId)).toEqual(['copy', 'n2'])
    await commitImport(admin, { importId, take: 'good', duplicates: 'import' })
    expect((await itemsIn()).map(({ external_id }) => external_id)).toEqual(['copy', 'n1', 'n2', 'n3', 'old'])
  })

  test('asks again what the preview said when items have come in since', async () => {
    await freshStudy()
    const first = await stage(native({ id: 'a', text: 'one' }))
    const second = await stage(native({ id: 'a', text: 'one' }, { id: 'b', text: 'one' }, { id: 'c', text: 'two' }))
    await commitImport(admin, { importId: first.importId, take: 'all', duplicates: 'skip' })
    expect(await commitImport(admin, { importId: second.importId, take: 'all', duplicates: 'skip' })).toEqual({ imported: 1, known: 1, corrected: 0, duplicates: 1, refused: 0 })
  })

  test('sees what another import is bringing in at that moment, though it has not come in yet', async () => {
    await freshStudy()
    const file = native({ id: 'a', text: 'one' }, { id: 'b', text: 'two' })
    const first = await stage(file)
    let second: ReturnType<typeof stage> | undefined
    const begun = async () => {
      const over = { yet: false }
      second = stage(file).finally(() => (over.yet = true))
      const waits = async () => (await db.sql(`select from pg_locks l join pg_database d on d.oid = l.database and d.datname = current_database() where l.locktype = 'advisory' and not l.granted`)).length > 0
      while (!over.yet && !(await waits()));
    }
    await commitImport(admin, { importId: first.importId, take: 'all', duplicates: 'skip' }, {
      progress: async (phase) => void (phase === 'importing' && !second && (await begun())),
      finish: async () => {},
    })
    expect((await second!).counts).toMatchObject({ known: 2, fresh: 0 })
  })

  test('is not given up for dead while it waits for another, and says so where it is gone', async () => {
    await freshStudy()
    for (const dropped of [false, true]) {
      const other = await db.begin()
      await other.sql('select pg_advisory_xact_lock(hashtextextended($1, 3))', [studyId])
      const importId = await begin({ kind: 'native' })
      const staging = stageImport(admin, { importId }, bytesOf(native({ id: 'a', text: 'one' }))).then(
        ({ fresh }) => fresh,
        ({ reason }: { reason: string }) => reason,
      )
      await vi.waitUntil(async () => (await db.sql(`select from pg_locks l join pg_database d on d.oid = l.database and d.datname = current_database() where l.locktype = 'advisory' and not l.granted`)).length > 0, { timeout: 60_000 })
      await db.sql(`update import set touched_at = now() - interval '1 hour' where id = $1`, [importId])
      await keepHouse()
      if (dropped) await dropImport(admin, { importId })
      await other.commit()
      expect(await staging).toBe(dropped ? 'import-gone' : 1)
      expect(await db.sql<{ state: string }>('select state from import where id = $1', [importId])).toEqual(dropped ? [] : [{ state: 'ready' }])
    }
  })

  test('of all or nothing leaves nothing when one row is bad', async () => {
    await freshStudy()
    const { importId, counts } = await stage(native({ id: 'a', text: 'one' }) + '{"id":"b"}\nnot json\n')
    expect(counts).toMatchObject({ fresh: 1, bad: 2 })
    await expect(commitImport(admin, { importId, take: 'all', duplicates: 'skip' })).rejects.toMatchObject({ reason: 'import-has-bad-rows', values: { rows: 2 } })
    expect(await itemsIn()).toEqual([])
  })

  test('of the good rows takes them, and keeps the refused ones to be fetched with line, field and reason', async () => {
    await freshStudy()
    const { importId } = await stage('id,text,note\n1,fine,x\n2,,y\n3,"also fine",z\n4,short\n', { kind: 'csv', mapping: { id: 'id', text: 'text', note: 'sealed.note' } }, 'notes.csv')
    expect(await commitImport(admin, { importId, take: 'good', duplicates: 'skip' })).toMatchObject({ imported: 2, refused: 2 })
    expect((await itemsIn()).map(({ text, sealed }) => [text, sealed])).toEqual([['fine', { note: 'x' }], ['also fine', { note: 'z' }]])
    const refused = await all(refusedRows(admin, { importId }))
    expect(refused.map(({ line, field, reason, raw }) => ({ line, field, reason, raw }))).toEqual([
      { line: 3, field: 'text', reason: 'empty', raw: '2,,y' },
      { line: 5, field: '', reason: 'too-few-columns', raw: '4,short' },
    ])
    expect(await db.sql(`select fate from import_row where import_id = $1 and fate not in ('bad', 'clash')`, [importId])).toEqual([])
  })

  test('of Excel’s “Unicode Text” (UTF-16, tabs, named .txt) has every cell as it stood in the sheet', async () => {
    await freshStudy()
    const cells = ['Größe 1,80 m; „normal“', '患者\t胸痛', 'two\nlines', 'says "no"', '👩🏽‍⚕️ 𠮷']
    const quoted = (cell: string) => (/[\t\n",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
    const sheet = Buffer.from(`\uFEFF编号\t正文\t模型\r\n${cells.map((cell, at) => `t${at}\t${quoted(cell)}\tm-7\r\n`).join('')}`, 'utf16le')
    const { columns, delimiter } = detectTable(sheet)
    const importId = await begin({ kind: 'csv', mapping: proposeMapping(columns, ['text']), delimiter }, 'notes.txt')
    expect(await stageImport(admin, { importId }, bytesOf(...Array.from(sheet, (byte) => Uint8Array.of(byte))))).toMatchObject({ rows: 5, fresh: 5, bad: 0 })
    expect(await readImport(admin, { study: slug, importId })).toMatchObject({ import: { encoding: 'utf-16le-bom' } })
    await commitImport(admin, { importId, take: 'all', duplicates: 'skip' })
    expect(await itemsIn()).toEqual(cells.map((text, at) => ({ external_id: `t${at}`, text, sealed: { 模型: 'm-7' } })))
    // A program says that it is a table, and gets the same of it.
    const said = bringFileInput.parse({ study: slug, fileName: 'notes.txt', from: 'csv', dryRun: true })
    expect((await bringFile(admin, said, bytesOf(sheet))).counts).toEqual({ rows: 5, fresh: 0, known: 5, duplicates: 0, refused: 0, differing: 0 })
  })

  test('is committed once: the second commit is refused', async () => {
    await freshStudy()
    const { importId } = await stage(native({ id: 'a', text: 'one' }))
    const outcomes = await Promise.allSettled([1, 2].map(() => commitImport(admin, { importId, take: 'all', duplicates: 'skip' })))
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await itemsIn()).toHaveLength(1)
    await expect(dropImport(admin, { importId })).rejects.toMatchObject({ reason: 'import-done' })
  })

  test('is audited with its counts', async () => {
    await freshStudy()
    const { importId } = await stage(native({ id: 'a', text: 'one' }))
    await commitImport(admin, { importId, take: 'all', duplicates: 'skip' })
    const [event] = await db.sql<{ detail: object; person_id: string }>(
      `select e.detail, a.person_id from audit_event e join audit_actor a on a.event_id = e.id where e.study_id = $1 and e.kind = 'items-imported'`, [studyId])
    expect(event).toEqual({ person_id: admin.personId, detail: { file: 'notes.jsonl', format: 'native', rows: 1, take: 'all', imported: 1, known: 0, corrected: 0, duplicates: 0, refused: 0 } })
  })
})

describe('what goes wrong on the way', () => {
  test('a line of 100 MB is refused as one row, and the rows around it are read', async () => {
    await freshStudy()
    const filler = new Uint8Array(1024 * 1024).fill(0x61)
    async function* hostile() {
      yield* bytesOf(native({ id: 'a', text: 'before' }), '{"id":"x","text":"')
      for (let mb = 0; mb < 100; mb++) yield filler
      yield* bytesOf('"}\n', native({ id: 'b', text: 'after' }))
    }
    const importId = await begin({ kind: 'native' })
    const before = process.memoryUsage().rss
    const counts = await stageImport(admin, { importId }, hostile())
    expect(counts).toMatchObject({ rows: 3, fresh: 2, bad: 1 })
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 * 1024)
    const { refused } = await readImport(admin, { study: slug, importId })
    expect(refused).toMatchObject([{ line: 2, reason: 'row-too-long', raw: null }])
  })

  test('a stream that breaks off leaves no item and no staged row', async () => {
    await freshStudy()
    const importId = await begin({ kind: 'native' })
    async function* broken() {
      for (let n = 0; n < 5_000; n++) yield* bytesOf(native({ id: `i${n}`, text: `text ${n}` }))
      throw new Error('connection reset')
    }
    await expect(stageImport(admin, { importId }, broken())).rejects.toThrow('connection reset')
    expect(await itemsIn()).toEqual([])
    expect(await db.sql('select id from import where id = $1', [importId])).toEqual([])
    expect(await db.sql('select line from import_row where import_id = $1', [importId])).toEqual([])
  })

  test('what a killed process left is cleared at the next import, and a living upload is not', async () => {
    await freshStudy()
    const dead = await begin({ kind: 'native' })
    const alive = await begin({ kind: 'native' })
    const abandoned = (await stage(native({ id: 'a', text: 'one' }))).importId
    await db.sql(`update import set state = 'reading', touched_at = now() - interval '4 minutes' where id = $1`, [dead])
    await db.sql(`update import set touched_at = now() - interval '8 days' where id = $1`, [abandoned])
    await begin({ kind: 'native' })
    const left = await db.sql<{ id: string }>('select id from import where id = any ($1::uuid[])', [[dead, alive, abandoned]])
    expect(left.map(({ id }) => id)).toEqual([alive])
    expect(await db.sql('select line from import_row where import_id = $1', [abandoned])).toEqual([])
  })

  test('an upload whose import was dropped stops with a refusal', async () => {
    await freshStudy()
    const importId = await begin({ kind: 'native' })
    async function* dropped() {
      yield* bytesOf(native({ id: 'a', text: 'one' }))
      await dropImport(admin, { importId })
      yield* bytesOf(native({ id: 'b', text: 'two' }))
    }
    await expect(stageImport(admin, { importId }, dropped())).rejects.toMatchObject({ reason: 'import-gone' })
  })

  test('a mapping that does not fit refuses the file by column and leaves nothing', async () => {
    await freshStudy()
    const importId = await begin({ kind: 'csv', mapping: { id: 'id' } }, 'x.csv')
    await expect(stageImport(admin, { importId }, bytesOf('id,body\n1,a\n'))).rejects.toMatchObject({ reason: 'mapping-does-not-fit' })
    expect(await db.sql('select id from import where id = $1', [importId])).toEqual([])
  })
})

test("another study's admin finds no such import, and begins none here", async () => {
  await freshStudy()
  const { importId } = await stage(native({ id: 'a', text: 'one' }))
  const other = await makePerson()
  const theirs = await makeStudy()
  await addMember(theirs.studyId, other.personId, 'admin')
  const stranger = await viewerOf(other.personId)
  const notFound = { code: 'not-found' }
  await expect(readImport(stranger, { study: slug, importId })).rejects.toMatchObject(notFound)
  await expect(readImport(stranger, { study: theirs.slug, importId })).rejects.toMatchObject(notFound)
  await expect(readImportProgress(stranger, { importId })).rejects.toMatchObject(notFound)
  await expect(commitImport(stranger, { importId, take: 'good', duplicates: 'skip' })).rejects.toMatchObject(notFound)
  await expect(dropImport(stranger, { importId })).rejects.toMatchObject(notFound)
  await expect(stageImport(stranger, { importId }, bytesOf(''))).rejects.toMatchObject(notFound)
  await expect(begin({ kind: 'native' }, 'x', stranger)).rejects.toMatchObject(notFound)
  expect(await all(refusedRows(stranger, { importId }))).toEqual([])
})

const medec = path.join(process.cwd(), '../shared/data/medec-ms/MEDEC-MS-ValidationSet-with-GroundTruth-and-ErrorType.csv')
test.skipIf(!existsSync(medec))('the MEDEC validation set (skipped where ../shared/data is absent) comes in as 574 items with 319 sealed errors', async () => {
  await freshStudy()
  const importId = await begin({ kind: 'medec' }, 'medec.csv')
  expect(await stageImport(admin, { importId }, createReadStream(medec))).toMatchObject({ bad: 0, clash: 0 })
  await commitImport(admin, { importId, take: 'all', duplicates: 'import' })
  const [count] = await db.sql<{ items: number; errors: number }>(
    `select count(*)::int as items, (count(*) filter (where s.content #>> '{reference,veracity}' = 'erroneous'))::int as errors
     from item i join seal s on s.item_id = i.id where i.study_id = $1`, [studyId])
  expect(count).toEqual({ items: 574, errors: 319 })
})
