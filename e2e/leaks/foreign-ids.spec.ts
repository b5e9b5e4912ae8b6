/** Writing with other people's ids: everything is refused as if it did not exist, and nothing changes. */
import { randomUUID } from 'node:crypto'
import { viewerOf } from '@/prisma/factories'
import { claimSeat } from '@/lib/services/claim-seat'
import { expect, sql, test } from '../fixtures'
import { makeScene } from '../scene'

const answer = { veracity: 'correct', spans: [], difficulty: null, confidence: null, note: '' }

test('no verb of the desk works on a seat of another person', async ({ as }) => {
  const scene = await makeScene({})
  const { seatId } = await claimSeat(await viewerOf(scene.people.ann.personId), { studyId: scene.studyId, beyond: [] })
  const itemId = scene.itemIds[0]
  const before = await sql('select * from seat where study_id = $1 order by id', [scene.studyId])
  for (const role of ['ben', 'judge', 'admin', 'researcher', 'stranger'] as const) {
    const page = await as(scene.people[role])
    const refused = async (method: 'post' | 'put' | 'get', url: string, data?: unknown) => {
      const response = await page.request[method](url, data === undefined ? {} : { data })
      expect([404, 409], `${role} ${method} ${url}: ${response.status()}`).toContain(response.status())
    }
    await refused('get', `/api/desk/seats/${seatId}`)
    await refused('post', '/api/desk/submit', {
      seatId,
      protocolId: scene.protocolId,
      clientId: randomUUID(),
      answer,
      activeMs: 0,
    })
    await refused('post', '/api/desk/take-back', { seatId })
    await refused('post', '/api/desk/decline', { seatId, reason: 'unreadable', note: '' })
    if (role !== 'ben') await refused('post', '/api/desk/claim', { studyId: scene.studyId, beyond: [] })
    await refused('post', `/api/work/threads/${itemId}`, { body: 'Who reads this?' })
  }
  expect(await sql('select * from seat where study_id = $1 order by id', [scene.studyId])).toEqual(before)
  expect(await sql('select from judgment where study_id = $1', [scene.studyId])).toEqual([])
})

test('what is unknown and what is forbidden look the same', async ({ as }) => {
  const scene = await makeScene({})
  const { seatId } = await claimSeat(await viewerOf(scene.people.ann.personId), { studyId: scene.studyId, beyond: [] })
  const page = await as(scene.people.stranger)
  const strip = async (url: string) => {
    const response = await page.request.get(url)
    return { status: response.status(), body: (await response.text()).replaceAll(/[0-9a-f-]{36}/g, 'id') }
  }
  expect(await strip(`/api/desk/seats/${seatId}`)).toEqual(await strip(`/api/desk/seats/${randomUUID()}`))
})

test('a request from a foreign page is refused, whoever is signed in', async ({ as }) => {
  const scene = await makeScene({})
  const page = await as(scene.people.ann)
  const response = await page.request.post('/api/desk/claim', {
    data: { studyId: scene.studyId, beyond: [] },
    headers: { 'sec-fetch-site': 'cross-site' },
  })
  expect(response.status()).toBe(404)
  expect(await sql('select from seat where study_id = $1 and person_id is not null', [scene.studyId])).toEqual([])
})
