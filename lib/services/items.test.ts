import { describe, expect, it } from 'vitest'
import { addItems } from '@/prisma/factories'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import { listItems, listItemsInput } from './list-items'
import { readOverview } from './read-overview'
import { withdrawItems } from './withdraw-items'
import { eventsOf, studyToRun } from './testing/study-to-run'

const db = freshDatabase()

describe('withdrawn items', () => {
  it('are given to nobody any more, with a reason on record for each', async () => {
    const {
      studyId,
      slug,
      admin,
      open,
      claim,
      itemIds,
      readers: [ann, ben],
    } = await studyToRun({ items: 2 })
    await open()
    await claim(ann!)
    await expect(withdrawItems(admin, { study: slug, itemIds, reason: ' ' })).rejects.toMatchObject({
      reason: 'reason-missing',
    })
    await withdrawItems(admin, { study: slug, itemIds, reason: 'Not ours to publish.' })
    expect(await claim(ann!)).toBeNull()
    expect(await claim(ben!)).toBeNull()
    expect(await db.sql(`select from item where study_id = $1 and stage = 'withdrawn'`, [studyId])).toHaveLength(2)
    expect(await eventsOf(db, studyId, 'items-withdrawn')).toEqual(
      itemIds.map(() => ({ reason: 'Not ours to publish.', items: 2 })),
    )
    expect(await readOverview(admin, { study: slug, zone: 'UTC' })).toMatchObject({ seats: { seats: 0, submitted: 0 }, forecast: { reason: 'finished' } })
    await expect(withdrawItems(admin, { study: slug, itemIds, reason: 'Again.' })).rejects.toMatchObject({
      reason: 'item-moved-on',
    })
  })
})

describe('the table of items', () => {
  it('finds a word whether its marks were imported and typed as characters of their own or not', async () => {
    const { studyId, slug, admin } = await studyToRun({ items: 0 })
    const text = 'Ménière disease'
    await addItems(studyId, [
      { text: text.normalize('NFC'), externalId: 'a-1' },
      { text: text.normalize('NFD'), externalId: 'a-2' },
    ])
    for (const form of ['NFC', 'NFD']) {
      const { rows } = await listItems(admin, listItemsInput.parse({ study: slug, search: 'ménière'.normalize(form) }))
      expect(rows.map(({ externalId }) => externalId)).toEqual(['a-1', 'a-2'])
    }
  })

  it('finds by text, id, tag, stage and verdict, whatever the signs in them mean to SQL', async () => {
    const {
      studyId,
      slug,
      admin,
      open,
      read,
      readers: [ann, ben],
    } = await studyToRun({ items: 0 })
    await addItems(studyId, [
      { text: '100% of patients_x', externalId: 'a-1', tags: { style: 'note', lists: ['x', 'y'], level: 2 } },
      { text: '阿司匹林肠溶片', externalId: 'a-2', language: 'zh-CN' },
      { text: '1000 patients x', externalId: 'a-3' },
    ])
    const find = async (filter: object) => {
      const { rows, count } = await listItems(admin, listItemsInput.parse({ study: slug, ...filter }))
      expect(count).toBe(rows.length)
      return rows.map(({ externalId }) => externalId)
    }
    expect(await find({})).toEqual(['a-1', 'a-2', 'a-3'])
    expect(await find({ sort: 'id', order: 'descending' })).toEqual(['a-3', 'a-2', 'a-1'])
    expect(await find({ search: '100%' })).toEqual(['a-1'])
    expect(await find({ search: 'PATIENTS_x' })).toEqual(['a-1'])
    expect(await find({ search: '肠溶' })).toEqual(['a-2'])
    expect(await find({ tag: 'lists=y' })).toEqual(['a-1'])
    expect(await find({ tag: 'level=2' })).toEqual(['a-1'])
    expect(await find({ language: 'zh-CN' })).toEqual(['a-2'])
    await open({ filter: { search: 'a-3' } })
    await read(ann!)
    expect((await listItems(admin, listItemsInput.parse({ study: slug, stage: 'reading' }))).rows).toMatchObject([
      { externalId: 'a-3', seats: 2, submitted: 1 },
    ])
    await read(ben!)
    expect(await find({ verdict: 'consensus' })).toEqual(['a-3'])
    expect(await find({ verdict: 'none' })).toEqual([])
    const overview = await readOverview(admin, { study: slug, zone: 'Asia/Shanghai' })
    expect(overview).toMatchObject({
      items: { pool: 2, closed: 1 },
      seats: { seats: 2, submitted: 2, held: 0 },
      outcomes: { consensus: 1 },
      forecast: { reason: 'finished' },
      notCounted: { pool: 2, bench: 0, paused: 0, forNobody: 0 },
    })
  })
})
