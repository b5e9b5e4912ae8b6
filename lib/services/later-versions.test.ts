/** What a later version must still know: where siblings and twins of what is gone stand, and why a verdict by consensus is another. */
import { expect, test } from 'vitest'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import type { ReleaseFacts } from '@/lib/releases/release-facts'
import { openFile } from './open-download'
import { listLeftOut } from './list-left-out'
import { listNearDuplicates } from './near-duplicates'
import { workOutPreview } from './preview-release'
import { readRelease } from './read-release'
import { reopenItem } from './reopen-item'
import { allOf, someItems, studyToRelease } from './testing/study-to-release'
import { withdrawItems } from './withdraw-items'

const db = freshDatabase()

test('a sibling of what was withdrawn goes where it stood, and a verdict read again says why it was', async () => {
  const [gone, again, sibling] = someItems(3).map((item) => ({ ...item, group: item.externalId === 'note-0001' ? 'other' : 'patient' }))
  const study = await studyToRelease(db, { items: [gone!, again!] })
  await study.released()
  const idOf = async (externalId: string) => (await db.sql<{ id: string }>('select id from item where external_id = $1 and study_id = $2', [externalId, study.studyId]))[0]!.id
  await withdrawItems(study.admin, { study: study.slug, itemIds: [await idOf('note-0000')], reason: 'Consent taken back.' })
  const itemId = await idOf('note-0001')
  await reopenItem(study.admin, { study: study.slug, itemId, reason: 'The guideline says it otherwise now.' })
  await db.sql(
    `insert into verdict (item_id, study_id, protocol_id, version, source, answer)
     select item_id, study_id, protocol_id, 2, 'consensus', jsonb_set(answer, '{difficulty}', '3') from verdict where item_id = $1`,
    [itemId],
  )
  await db.sql(`update item set stage = 'closed' where id = $1`, [itemId])
  const second = await readRelease(study.admin, { releaseId: await study.released() })
  expect(second.facts.history[0]!.changes!.verdicts).toEqual([{ id: 'note-0001', split: 'test', reason: 'read again: The guideline says it otherwise now.' }])
  await study.readAll([sibling!], 'Later')
  const third = await study.released({ ratios: { train: 1, validation: 0, test: 0 } })
  expect(await db.sql(`select split from release_item where release_id = $1 and external_id = 'note-0002'`, [third])).toEqual([{ split: 'test' }])
})

test('a twin of what has left goes where that stood; one of what stood in two splits stays out, is listed with the reason and counted in nothing', async () => {
  const [other, alone, kept] = someItems(3)
  const text = `${other!.text} ${'The dose was halved and the patient went home. '.repeat(4)}`
  const like = (externalId: string, words: string) => ({ ...other!, externalId, text: words, group: null })
  const study = await studyToRelease(db, { items: [like('a', `${text}a`), like('b', `${text}b`), { ...alone!, externalId: 'c', group: null }, { ...kept!, externalId: 'd', group: null }] })
  const halves = { train: 1, validation: 0, test: 1 }
  const first = await study.released({ ratios: halves, strata: ['tag:style'], nearDuplicates: { threshold: 1, notDuplicates: [] } })
  // Two letters and two notes in halves: each half has one of both.
  const splits = new Map((await db.sql<{ id: string; split: string }>('select external_id as id, split from release_item where release_id = $1', [first])).map(({ id, split }) => [id, split]))
  const ids = await db.sql<{ id: string }>(`select id from item where study_id = $1 and external_id in ('a', 'b', 'c')`, [study.studyId])
  await withdrawItems(study.admin, { study: study.slug, itemIds: ids.map(({ id }) => id), reason: 'Consent taken back.' })
  await study.readAll([like('between', `${text}c`), like('twin', `${alone!.text}!`)], 'Later')

  const draftId = await study.draft({ ratios: halves })
  await workOutPreview(study.admin, draftId)
  const [row] = await db.sql<{ facts: ReleaseFacts }>('select facts from release where id = $1', [draftId])
  const { leftOut, leakage, agreement } = row!.facts
  expect(leftOut).toContainEqual({ reason: 'straddles', items: 1, notes: [] })
  expect(agreement.readersPerItem).toEqual([{ readers: 2, items: 2 }])
  expect(leakage).toMatchObject({ items: 2, gone: { texts: 3, pairs: [{ id: 'twin', split: splits.get('c'), gone: 'c', goneFrom: splits.get('c') }], dismissed: [] }, conflicts: [{ added: ['between'] }] })
  let left = ''
  for await (const lines of (await listLeftOut(study.admin, { releaseId: draftId })).lines) left += lines
  expect(left).toContain('{"id":"between","reason":"straddles","note":null}')
  expect((await listNearDuplicates(study.admin, { releaseId: draftId, page: 1 })).pairs).toMatchObject([{ a: 'twin', b: 'c', isDuplicate: true, texts: [expect.stringContaining('!'), alone!.text] }])

  await study.freeze(draftId)
  expect(await db.sql(`select external_id as id, split from release_item where release_id = $1 and record is not null order by 1`, [draftId])).toEqual([{ id: 'd', split: splits.get('d') }, { id: 'twin', split: splits.get('c') }])
  const { send, size } = await openFile(study.admin, { releaseId: draftId, path: ['leakage.md'] })
  expect((await allOf(await send(0, size))).toString()).toContain('3 texts of items that an earlier version held and this one does not')

  // Looked at and found to be none, it is like any other new item.
  const notDuplicates = [{ a: 'between', b: 'a' }, { a: 'between', b: 'b' }]
  const third = await readRelease(study.admin, { releaseId: await study.released({ ratios: halves, nearDuplicates: { threshold: 0.8, notDuplicates } }) })
  expect(third.facts.leakage.gone).toMatchObject({ texts: 3, pairs: [{ id: 'twin' }], dismissed: [{ id: 'between' }, { id: 'between' }] })
  expect(third.facts.history[0]!.changes!.added).toMatchObject([{ id: 'between' }])
})

test('classes are balanced of what can enter: what straddles takes nobody’s place, and is told as what it is', async () => {
  const [wrong, right, rightToo, late] = someItems(6).filter((_, n) => n !== 3 && n !== 4).map((item) => ({ ...item, group: null }))
  const text = `${wrong!.text} ${'The dose was halved and the patient went home. '.repeat(4)}`
  const like = (externalId: string) => ({ ...wrong!, externalId, text: text + externalId })
  const study = await studyToRelease(db, { items: [like('a'), like('b'), { ...right!, externalId: 'c' }, { ...rightToo!, externalId: 'd' }] })
  const halves = { train: 1, validation: 0, test: 1 }
  await study.released({ ratios: halves, strata: ['tag:style'], nearDuplicates: { threshold: 1, notDuplicates: [] } })
  await study.readAll([like('between'), { ...late!, externalId: 'late' }], 'Later')

  const draftId = await study.draft({ ratios: halves, balance: { field: 'veracity', shares: { correct: 1, erroneous: 1 } } })
  const print = await workOutPreview(study.admin, draftId)
  const [row] = await db.sql<{ facts: ReleaseFacts }>('select facts from release where id = $1', [draftId])
  const { labels, leftOut, leakage, agreement, history } = row!.facts
  const counts = labels.flatMap(({ field, value, counts: of }) => (field === 'veracity' ? [[value, of.train! + of.validation! + of.test!]] : []))
  expect(counts).toEqual([['correct', 2], ['erroneous', 2]])
  expect(leftOut.map(({ reason, items }) => [reason, items])).toEqual([['class-balance', 1], ['straddles', 1]])
  expect(leakage.conflicts).toMatchObject([{ earlier: [{ id: 'a' }, { id: 'b' }], added: ['between'] }])
  expect(agreement.readersPerItem).toEqual([{ readers: 2, items: 4 }])
  expect(history[0]!.changes).toMatchObject({ added: [], removed: [] })
  let left = ''
  for await (const lines of (await listLeftOut(study.admin, { releaseId: draftId })).lines) left += lines
  expect(left.trim().split('\n').sort()).toEqual(['{"id":"between","reason":"straddles","note":null}', '{"id":"late","reason":"class-balance","note":null}'])
  expect(await workOutPreview(study.admin, draftId)).toBe(print)
})
