import { expect, test } from 'vitest'
import { addMember, makePerson, viewerOf } from '@/prisma/factories'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import { answerThread } from './answer-thread'
import { askAdmins, readOwnThread } from './ask-admins'
import { declineSeat } from './decline-seat'
import { listBench } from './list-bench'
import { listDesk } from './list-desk'
import { studyWith } from './testing/reading-study'

const db = freshDatabase()

test('an answer waits for its asker, on desk and bench, until they have read it, also when the item is no longer theirs', async () => {
  const { studyId, viewers: [ann, ben], claim, itemIds } = await studyWith()
  const itemId = itemIds[0]!
  const seatId = (await claim(ann!))!
  await askAdmins(ann!, { itemId, body: 'Is the dose meant per day?' })
  const waiting = async (viewer = ann!) => (await listDesk(viewer, { zone: 'UTC' })).answers.map(({ opening, body }) => [opening !== null, body])
  expect(await waiting()).toEqual([])

  const admin = await makePerson()
  await addMember(studyId, admin.personId, 'admin')
  const [{ slug }] = (await db.sql<{ slug: string }>('select slug from study where id = $1', [studyId])) as [{ slug: string }]
  const [{ id: threadId }] = (await db.sql<{ id: string }>('select id from thread where item_id = $1', [itemId])) as [{ id: string }]
  await answerThread(await viewerOf(admin.personId), { study: slug, threadId, body: 'Per day.', resolved: true })
  expect(await waiting()).toEqual([[true, 'Per day.']])
  expect((await listBench(ann!, {})).answers).toHaveLength(1)
  expect(await waiting(ben)).toEqual([])

  await declineSeat(ann!, { seatId, reason: 'outside-my-competence', note: '' })
  expect(await waiting()).toEqual([[false, 'Per day.']])
  await readOwnThread(ben!, { itemId })
  expect(await waiting()).toHaveLength(1)
  await readOwnThread(ann!, { itemId })
  expect(await waiting()).toEqual([])
})
