/** What a later version must still know: where siblings of what is gone stand, and why a verdict by consensus is another. */
import { expect, test } from 'vitest'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import { readRelease } from './read-release'
import { reopenItem } from './reopen-item'
import { someItems, studyToRelease } from './testing/study-to-release'
import { withdrawItems } from './withdraw-items'

const db = freshDatabase()

test('a sibling of what was withdrawn goes where it stood, and a verdict read again says why it was', { timeout: 120_000 }, async () => {
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
