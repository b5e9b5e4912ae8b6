/** Items that go back to their readers under a newer protocol. */
import { randomUUID } from 'node:crypto'
import { describe, expect, it, test } from 'vitest'
import { addItems, addMember, makePerson, openBatch, passGrace, publishProtocol, viewerOf } from '@/prisma/factories'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import type { Viewer } from '@/lib/blinding/viewer'
import { exportReadings } from './export-readings'
import { readDownloads } from './export-verdicts'
import { keepHouse } from './keep-house'
import { readProtocols } from './read-protocols'
import { readSeat } from './read-seat'
import { reopenItems } from './reopen-items'
import { saveDraft } from './save-draft'
import { submitJudgment } from './submit-judgment'
import { takeRole } from './take-role'
import { correct, studyWith } from './testing/reading-study'

const db = freshDatabase()

async function administered(wanted: Parameters<typeof studyWith>[0] = {}) {
  const study = await studyWith(wanted)
  const { personId } = await makePerson()
  await addMember(study.studyId, personId, 'admin')
  const admin = await viewerOf(personId)
  /** Publishes a version and has everything read again under it. */
  const readAgain = async () => {
    const newest = await publishProtocol(study.studyId)
    await reopenItems(admin, { study: study.slug, under: 1, reason: 'The dose rule changed.', batch: 'Again' })
    return newest
  }
  const submitUnder = (protocolId: string, viewer: typeof admin, seatId: string) =>
    submitJudgment(viewer, { seatId, protocolId, clientId: randomUUID(), answer: correct, activeMs: 1 })
  return { ...study, admin, readAgain, submitUnder }
}

test('an answer from a page of before is refused, its draft kept, and taken under the newest version; one of a later version is too', async () => {
  const { viewers: [ann, ben, eve], studyId, protocolId: old, claim, submit, readAgain, submitUnder } = await administered({ readers: 3 })
  await submit(ann!, (await claim(ann!))!, correct)
  const seatId = (await claim(ben!))!
  const { itemId } = await readSeat(ben!, { seatId })
  await saveDraft(ben!, { itemId, place: { kind: 'seat', id: seatId }, body: { ...correct, note: 'Half.' }, base: 0, activeMs: 1 })
  const newest = await readAgain()
  await expect(submitUnder(old, ben!, seatId)).rejects.toMatchObject({ code: 'conflict', reason: 'protocol-changed' })
  expect(await readSeat(ben!, { seatId })).toMatchObject({ submittedAt: null, protocol: { id: newest, number: 2 }, draft: { body: { note: 'Half.' } } })
  await submitUnder(newest, ben!, seatId)
  const next = (await claim(eve!))!
  await expect(submitUnder(old, eve!, next)).rejects.toMatchObject({ reason: 'protocol-changed' })
  await submitUnder(await publishProtocol(studyId), eve!, next)
  expect(await db.sql(`select p.number from judgment j join protocol p on p.id = j.protocol_id where j.study_id = $1 order by 1`, [studyId])).toEqual([1, 2, 3].map((number) => ({ number })))
})

test('readings are counted one by one, though their batch has room for as many as any of its items had', async () => {
  const { viewers, admin, studyId, slug, protocolId, claim, readAgain, submitUnder } = await administered()
  await addItems(studyId, [{ text: 'Another.' }])
  await openBatch(studyId, { readersPerItem: 1 })
  const readAll = async (under: string) => {
    for (const reader of viewers) for (let seatId = await claim(reader); seatId; seatId = await claim(reader)) await submitUnder(under, reader, seatId)
  }
  await readAll(protocolId)
  await readAll(await readAgain())
  await passGrace(studyId)
  expect(await readDownloads(admin, { study: slug })).toMatchObject({ verdicts: 2, readings: 3 })
  let written = ''
  for await (const piece of (await exportReadings(admin, { study: slug })).lines) written += piece
  expect(written.trim().split('\n')).toHaveLength(3)
  expect(await db.sql(`select detail ->> 'readings' as readings from audit_event where study_id = $1 and kind = 'readings-exported' and detail ? 'readings'`, [studyId])).toEqual([{ readings: '3' }])
})

describe('an item whose verdict its readers were shown', () => {
  /** Two have read it, agreed and seen the verdict; so many others have not. It is read again. */
  async function shown(others: number, shows = true) {
    const study = await administered({ readers: 2 + others })
    await db.sql('update study set shows_verdicts = $2 where id = $1', [study.studyId, shows])
    const [ann, ben, ...rest] = study.viewers as [Viewer, Viewer, ...Viewer[]]
    for (const reader of [ann, ben]) await study.submit(reader, (await study.claim(reader))!, correct)
    await passGrace(study.studyId)
    const told = (await readProtocols(study.admin, { study: study.slug })).versions.map(({ items, shown }) => [items, shown])
    await study.readAgain()
    const given = async (...readers: Viewer[]) => {
      const seats: boolean[] = []
      for (const reader of readers) seats.push((await study.claim(reader)) !== null)
      return seats
    }
    return { ...study, ann, ben, rest, told, given }
  }

  it('is read again by others, and an admin is told of it before', async () => {
    const { ann, ben, rest, told, given } = await shown(2)
    expect(told).toEqual([[1, 1]])
    expect(await given(ann, ben)).toEqual([false, false])
    expect(await given(...rest)).toEqual([true, true])
  })

  it('is read by the same again where others are too few, at once or later', async () => {
    const few = await shown(1)
    expect(await few.given(few.ann, few.ben)).toEqual([true, true])
    const fewer = await shown(2)
    await takeRole(fewer.admin, { study: fewer.slug, personId: fewer.rest[0]!.personId, role: 'reader' })
    expect(await fewer.given(fewer.ann)).toEqual([false])
    await keepHouse()
    expect(await fewer.given(fewer.ann)).toEqual([true])
  })

  it('is like any other where no verdict is shown', async () => {
    const { ann, ben, told, given } = await shown(2, false)
    expect(told).toEqual([[1, 0]])
    expect(await given(ann, ben)).toEqual([true, true])
  })
})
