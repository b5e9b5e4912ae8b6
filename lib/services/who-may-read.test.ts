import { randomUUID } from 'node:crypto'
import { describe, expect, it, test } from 'vitest'
import type { Role, Viewer } from '@/lib/blinding/viewer'
import { addItems, makeStudy, openBatch, publishProtocol, type NewItem } from '@/prisma/factories'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import { changeBatch } from './change-batch'
import { claimDispute } from './claim-dispute'
import { claimSeat } from './claim-seat'
import { declineSeat } from './decline-seat'
import { keepHouse } from './keep-house'
import { listBatches } from './list-batches'
import { listItems, listItemsInput } from './list-items'
import { openBatch as openForReading, openBatchInput, previewBatch } from './open-batch'
import { readOverview } from './read-overview'
import { reopenItems } from './reopen-items'
import { all, everyone } from './testing/study-to-run'

const db = freshDatabase()

type Reads = { specialties?: string[]; languages?: string[]; source?: string; author?: string; role?: Role }
type People = Record<string, Reads>

/** Everybody at once, by name; readers unless said otherwise. Conflicts of interest by source and author. */
async function join(studyId: string, people: People): Promise<Record<string, Viewer>> {
  const rows = Object.entries(people).map(([name, reads]) => ({ id: randomUUID(), name, role: 'reader', specialties: [], languages: [], ...reads }))
  await db.sql(
    `with p as (select * from jsonb_to_recordset($2::jsonb) p (id uuid, name text, role role, specialties text[], languages text[], source text, author text)),
      person as (insert into person (id, email, name) select id, id || '@example.org', name from p),
      profile as (insert into profile (person_id, specialties, languages, licence) select id, specialties, languages, '' from p),
      conflict as (insert into conflict_of_interest (person_id, kind, value) select id, 'source', source from p where source is not null
        union all select id, 'person', author from p where author is not null)
    insert into membership (study_id, person_id, role) select $1, id, role from p`,
    [studyId, JSON.stringify(rows)],
  )
  return Object.fromEntries(rows.map(({ id, name, role }) => [name, { personId: id, owner: false, roles: { [studyId]: [role as Role] } }]))
}

async function studyOf(people: People, items: Record<string, Omit<NewItem, 'text'>>) {
  const { studyId, slug } = await makeStudy()
  const protocolId = await publishProtocol(studyId)
  const { admin, ...readers } = await join(studyId, { ...people, admin: { role: 'admin' } })
  const texts = Object.entries(items).map(([externalId, item]) => ({ ...item, externalId, text: `Text of ${externalId}.` }))
  const ids = await addItems(studyId, texts)
  const nameOf = new Map(ids.map((id, at) => [id, texts[at]!.externalId]))
  /** What a person is given, in this order, each handed in before the next. */
  const given = async (viewer: Viewer, most = Infinity): Promise<string[]> => {
    const names: string[] = []
    while (names.length < most) {
      const { seatId } = await claimSeat(viewer, { studyId, beyond: [] })
      if (!seatId) break
      const [seat] = await db.sql<{ item: string }>('update seat set submitted_at = now() where id = $1 returning item_id as item', [seatId])
      names.push(nameOf.get(seat!.item)!)
    }
    return names
  }
  return { studyId, slug, protocolId, admin: admin!, readers: readers as Record<string, Viewer>, ids, given }
}

function itemOf(told: Omit<NewItem, 'text'> & { may: string[] }): Omit<NewItem, 'text'> {
  const { may: _, ...item } = told
  return item
}
const cardiologist = { specialties: ['cardiology'] }
/** `may`: of each item, who may read it. The others never get it, and the preview knows. */
const cases: { rule: string; people: People; pool?: (person: Record<string, Viewer>) => object; items: Record<string, Omit<NewItem, 'text'> & { may: string[] }> }[] = [
  {
    rule: 'whoever is named, and nobody else, whatever they know',
    people: { ann: {}, ben: cardiologist },
    pool: ({ ann }) => ({ people: [ann!.personId], specialties: ['cardiology'] }),
    items: { heart: { specialty: 'cardiology', may: ['ann'] } },
  },
  {
    rule: 'whoever has one of the pool’s specialties, however either is written',
    people: { ann: cardiologist, ben: { specialties: ['neurology'] }, cem: {}, dan: { specialties: ['Internal Medicine'] } },
    pool: () => ({ specialties: ['Cardiology', 'internal-medicine'] }),
    items: { heart: { may: ['ann', 'dan'] }, brain: { specialty: 'neurology', may: ['ann', 'dan'] } },
  },
  {
    rule: 'whoever says one of the pool’s languages; of who says none, nobody knows',
    people: { ann: { languages: ['en-GB'] }, ben: { languages: ['zh-CN'] }, cem: {} },
    pool: () => ({ languages: ['en'] }),
    items: { any: { may: ['ann'] } },
  },
  {
    rule: 'whoever has a specialty and a language of the pool, not either',
    people: { ann: { ...cardiologist, languages: ['de'] }, ben: { ...cardiologist, languages: ['en'] }, cem: { languages: ['de'] } },
    pool: () => ({ specialties: ['cardiology'], languages: ['de'] }),
    items: { any: { may: ['ann'] } },
  },
  {
    rule: 'whoever reads the item’s language, of whatever country and case; who names none reads all, and what has none is for all',
    people: { ann: { languages: ['en'] }, ben: { languages: ['zh-CN', 'de'] }, cem: {} },
    items: {
      british: { language: 'en-GB', may: ['ann', 'cem'] },
      loud: { language: 'EN', may: ['ann', 'cem'] },
      chinese: { language: 'zh', may: ['ben', 'cem'] },
      swiss: { language: 'de-CH', may: ['ben', 'cem'] },
      estonian: { language: 'et', may: ['cem'] },
      wordless: { may: ['ann', 'ben', 'cem'] },
    },
  },
  {
    rule: 'whoever has no conflict of interest with its source or with one of its authors, in any spelling of the name, whatever space is round it',
    people: { ann: { source: 'Ward 7' }, ben: { author: 'Dr Wu' }, cem: { author: 'Lin, Ann' }, dan: {} },
    items: {
      ward: { source: 'ward ７', may: ['ben', 'cem', 'dan'] },
      wu: { tags: { author: 'dr wu' }, may: ['ann', 'cem', 'dan'] },
      list: { tags: { author: ['Dr Lin', ' Dr Wu '] }, may: ['ann', 'cem', 'dan'] },
      line: { tags: { author: 'Dr Lin；Dr Wu' }, may: ['ann', 'cem', 'dan'] },
      comma: { tags: { author: 'Lin, Ann; Dr Wu' }, may: ['ann', 'dan'] },
      cell: { source: ' Ward 7', tags: { author: '\u3000Dr Wu\u00a0；Dr Li' }, may: ['cem', 'dan'] },
      pasted: { source: '\ufeff\tWard 7\u00a0\u2003\r', tags: { author: ['Dr Li', 'Lin, Ann\u2009'] }, may: ['ben', 'dan'] },
      other: { source: 'Ward 8', tags: { author: ['Dr Wuxi'], editor: 'Dr Wu' }, may: ['ann', 'ben', 'cem', 'dan'] },
    },
  },
]

describe('an item is given to', () => {
  test.each(cases)('$rule; the preview says the same, and what is for nobody is counted', async ({ people, pool, items }) => {
    const { studyId, slug, admin, readers, given } = await studyOf(people, Object.fromEntries(Object.entries(items).map(([name, item]) => [name, itemOf(item)])))
    const k = Object.keys(people).length
    const wanted = { study: slug, ...all, pool: { ...everyone, ...pool?.(readers) }, readersPerItem: k }
    const eligible = Object.values(items).map(({ may }) => may.length)
    for (const readersPerItem of [1, k])
      expect(await previewBatch(admin, { ...wanted, readersPerItem })).toMatchObject({
        items: eligible.length,
        fewest: Math.min(...eligible),
        short: eligible.filter((count) => count < readersPerItem).length,
      })
    await openForReading(admin, openBatchInput.parse({ ...wanted, name: 'Batch' }))
    const forNobody = () => db.sqlAs<{ readings: number }>(admin.personId, 'select sum(readings)::int as readings from readings_for_nobody($1) having count(*) > 0', [studyId])
    const left = eligible.reduce((sum, count) => sum + k - count, 0)
    expect(await forNobody()).toEqual(left ? [{ readings: left }] : [])
    const got: Record<string, string[]> = {}
    for (const [name, viewer] of Object.entries(readers)) got[name] = (await given(viewer)).sort()
    const mayGet = (name: string) => Object.keys(items).filter((item) => items[item]!.may.includes(name))
    expect(got).toEqual(Object.fromEntries(Object.keys(people).map((name) => [name, mayGet(name).sort()])))
    expect(await forNobody()).toEqual(left ? [{ readings: left }] : [])
  })
})

describe('the order of what is given', () => {
  it('is by priority, then own specialty, then due date', async () => {
    const inOrder = [
      { name: 'urgent', specialty: 'neurology', priority: 1, due: null },
      { name: 'own, due', specialty: 'Cardiology', priority: 0, due: '2031-01-01' },
      { name: 'own', specialty: 'cardiology', priority: 0, due: null },
      { name: 'due soon', specialty: 'neurology', priority: 0, due: '2027-01-01' },
      { name: 'due later', specialty: 'neurology', priority: 0, due: '2029-01-01' },
      { name: 'at leisure', specialty: null, priority: 0, due: null },
      { name: 'last', specialty: 'cardiology', priority: -1, due: '2026-01-01' },
    ]
    const { studyId, readers, ids, given } = await studyOf({ ann: cardiologist }, Object.fromEntries(inOrder.map(({ name, specialty }) => [name, { specialty }])))
    // Made in the opposite order, so that none comes by its age.
    for (const [at, { name, priority, due }] of [...inOrder.entries()].reverse()) {
      await openBatch(studyId, { name, itemIds: [ids[at]!], priority })
      await db.sql('update batch set due_on = $2 where study_id = $1 and name = $3', [studyId, due, name])
    }
    expect(await given(readers['ann']!)).toEqual(inOrder.map(({ name }) => name))
  })

  it('leaves it to chance among equals: neither of two languages waits for the other to be read', async () => {
    const { studyId, readers, given } = await studyOf({ ann: {} }, Object.fromEntries(Array.from({ length: 48 }, (_, n) => [`${n % 2 ? 'en' : 'zh'}-${n}`, { language: n % 2 ? 'en' : 'zh' }])))
    await openBatch(studyId)
    const languages = (await given(readers['ann']!, 24)).map((name) => name.slice(0, 2))
    expect(new Set(languages)).toEqual(new Set(['en', 'zh']))
  })
})

describe('what was let go is the next that anybody is given, however far they are', () => {
  const letGo: Record<string, (holder: Viewer, seatId: string, study: { studyId: string }) => Promise<unknown>> = {
    'passed on': (holder, seatId) => declineSeat(holder, { seatId, reason: 'unreadable', note: '' }),
    'taken with a role': ({ personId }, _, { studyId }) => db.sql('delete from membership where study_id = $1 and person_id = $2', [studyId, personId]),
    'lapsed for a day': async (_, seatId) => {
      const lapse = (since: string) => db.sql(`update seat set lease_until = now() - $2::interval where id = $1`, [seatId, since])
      await lapse('23 hours')
      await keepHouse()
      expect(await db.sql('select from seat where id = $1 and person_id is not null', [seatId])).toHaveLength(1)
      await lapse('25 hours')
      expect(await keepHouse()).toMatchObject({ seats: 1 })
    },
  }
  test.each(Object.entries(letGo))('%s', async (_, lets) => {
    const { studyId, readers, given } = await studyOf({ ann: {}, ben: {} }, Object.fromEntries(Array.from({ length: 8 }, (_, n) => [`n${n}`, {}])))
    await openBatch(studyId, { readersPerItem: 1 })
    const { seatId } = await claimSeat(readers['ben']!, { studyId, beyond: [] })
    const [held] = await db.sql<{ name: string }>('select external_id as name from seat s join item i on i.id = s.item_id where s.id = $1', [seatId])
    expect(await given(readers['ann']!, 3)).not.toContain(held!.name)
    await lets(readers['ben']!, seatId!, { studyId })
    expect(await given(readers['ann']!, 1)).toEqual([held!.name])
    expect(await given(readers['ann']!)).toHaveLength(4)
  })
})

describe('a reading that nobody is left for', () => {
  it('is counted, found and left out of the forecast as long as nobody who could take it is in the pool', async () => {
    const { studyId, slug, admin, readers, given } = await studyOf({ ann: {}, ben: {} }, { hard: {}, easy: {} })
    const { batchId } = await openForReading(admin, openBatchInput.parse({ study: slug, name: 'Batch', ...all, pool: everyone, readersPerItem: 2 }))
    const look = async () => {
      const { batches } = await listBatches(admin, { study: slug, zone: 'UTC', page: 1 })
      const { seats, forecast } = await readOverview(admin, { study: slug, zone: 'UTC' })
      const { count } = await listItems(admin, listItemsInput.parse({ study: slug, readers: 'none' }))
      return { batch: batches[0]!.forNobody, remaining: batches[0]!.forecast.remaining, reason: batches[0]!.forecast.reason, study: seats.forNobody, studyReason: forecast.reason, found: count }
    }
    expect(await look()).toMatchObject({ batch: 0, study: 0, found: 0, remaining: 4 })
    const { seatId } = await claimSeat(readers['ann']!, { studyId, beyond: [] })
    await declineSeat(readers['ann']!, { seatId: seatId!, reason: 'outside-my-competence', note: '' })
    expect(await look()).toMatchObject({ batch: 1, study: 1, found: 1, remaining: 3, reason: 'too-few-days' })
    await db.sql(`insert into membership (study_id, person_id, role) select $1, id, 'admin' from person where id = $2`, [studyId, readers['ben']!.personId])
    const told = () => db.sqlAs(readers['ben']!.personId, 'select from readings_for_nobody($1)', [studyId])
    expect(await told()).toHaveLength(1)
    expect((await claimSeat(readers['ben']!, { studyId, beyond: [] })).seatId).toBe(seatId)
    expect(await told()).toEqual([])
    await changeBatch(admin, { study: slug, batchId, state: 'paused' })
    expect(await look()).toMatchObject({ batch: 1, study: 0, reason: 'paused', studyReason: 'paused' })
    await changeBatch(admin, { study: slug, batchId, state: 'open' })
    for (const reader of [readers['ann']!, readers['ben']!]) await given(reader)
    expect(await look()).toMatchObject({ batch: 1, remaining: 0, reason: 'nobody-left', studyReason: 'nobody-left' })
    await join(studyId, { cem: {} })
    expect(await look()).toMatchObject({ batch: 0, study: 0, found: 0, remaining: 1 })
  })
})

describe('the preview of a batch', () => {
  it('names the specialties that no reader in the pool has', async () => {
    const { slug, admin } = await studyOf({ ann: cardiologist, ben: {} }, { a: { specialty: 'Cardiology' }, b: { specialty: 'urology' }, c: { specialty: 'oncology' }, d: {} })
    expect(await previewBatch(admin, { study: slug, ...all, pool: everyone, readersPerItem: 1 })).toMatchObject({ unfamiliar: ['oncology', 'urology'] })
  })

  it('knows parts, labels and what was seen, as the claim does, and tells nobody’s decline', async () => {
    const { studyId, slug, admin, readers, ids } = await studyOf({ ann: {}, ben: {}, cem: {} }, { one: {} })
    await db.sql(
      `insert into hand (item_id, person_id, role, declined, ended_at) values ($1, $2, 'adjudicator', false, now()), ($1, $3, 'reader', true, now())`,
      [ids[0], readers['ann']!.personId, readers['ben']!.personId],
    )
    await db.sql('insert into bared_before (person_id, item_id) values ($1, $2)', [readers['cem']!.personId, ids[0]])
    expect(await previewBatch(admin, { study: slug, ...all, pool: everyone, readersPerItem: 1 })).toMatchObject({ readers: 3, fewest: 1, short: 0 })
    await openBatch(studyId)
    for (const reader of Object.values(readers)) expect(await claimSeat(reader, { studyId, beyond: [] })).toEqual({ seatId: null })
  })
})

describe('a round that is read again', () => {
  it('keeps the pool of the batch that its items came from', async () => {
    const { studyId, slug, admin, readers, ids, given, protocolId } = await studyOf({ ann: {}, ben: {}, cem: {} }, { one: {} })
    await openBatch(studyId, { readersPerItem: 1, people: [readers['ann']!.personId, readers['ben']!.personId] })
    await given(readers['ann']!)
    await db.sql(`insert into judgment (seat_id, item_id, study_id, protocol_id, revision, client_id, answer) select id, item_id, study_id, $2, 1, gen_random_uuid(), '{}' from seat where item_id = $1`, [ids[0], protocolId])
    await db.sql(`update item set stage = 'closed' where id = $1`, [ids[0]])
    await publishProtocol(studyId)
    expect(await reopenItems(admin, { study: slug, under: 1, reason: 'A new protocol.', batch: 'Again' })).toEqual({ items: 1 })
    expect(await given(readers['cem']!)).toEqual([])
    expect(await given(readers['ben']!)).toEqual(['one'])
  })
})

describe('a dispute', () => {
  const judge = { role: 'adjudicator' } as const
  const settles: { rule: string; people: People; item: Omit<NewItem, 'text'>; may: string[] }[] = [
    {
      rule: 'goes to whoever reads its language, of whatever country',
      people: { ann: { ...judge, languages: ['zh-CN'] }, ben: { ...judge, languages: ['en-US'] }, cem: { ...judge } },
      item: { language: 'en-GB' },
      may: ['ben', 'cem'],
    },
    {
      rule: 'goes to nobody with a conflict of interest with its source or one of its authors',
      people: { ann: { ...judge, source: 'WARD 7' }, ben: { ...judge, author: 'Dr Wu' }, cem: { ...judge, author: 'Dr Li' } },
      item: { source: 'Ward 7\u00a0', tags: { author: ['Dr Lin', '\u3000Dr Wu'] } },
      may: ['cem'],
    },
  ]
  test.each(settles)('$rule', async ({ people, item, may }) => {
    const { studyId, ids, readers: judges } = await studyOf(people, { one: item })
    await openBatch(studyId)
    await db.sql(`update item set stage = 'adjudicating' where id = $1`, [ids[0]])
    await db.sql(`insert into adjudication (item_id, study_id, opened_at, points) values ($1, $2, now() - interval '1 hour', '[]')`, [ids[0], studyId])
    for (const [name, viewer] of Object.entries(judges)) {
      const waiting = await db.sqlAs(viewer.personId, 'select from bench_waiting()')
      const { adjudicationId } = await claimDispute(viewer, { studyId, beyond: [] })
      expect([name, waiting.length === 1, adjudicationId !== null]).toEqual([name, may.includes(name), may.includes(name)])
      await db.sql('update adjudication set person_id = null, hand_role = null, lease_until = null where item_id = $1', [ids[0]])
    }
  })
})
