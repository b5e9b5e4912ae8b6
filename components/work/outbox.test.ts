import { expect, test } from 'vitest'
import type { Outgoing } from './local-store'
import { Outbox, type Heard } from './outbox'
import type { Sent } from './send'

const refused = (code: string): Sent<unknown> => ({ kind: 'refused', failure: { code, reason: code, values: {}, fields: [] } })
const taken: Sent<unknown> = { kind: 'ok', value: {} }
const brokenProxy: Sent<unknown> = { kind: 'unreachable', answered: true }
const work = (clientId: string, at = 0): Outgoing => ({ clientId, personId: 'ann', url: '/', payload: {}, label: '', at })

/** A browser whose store and server do as told. */
function browser({ keeps = true, left = [] as Outgoing[] } = {}) {
  const store = new Map(left.map((one) => [one.clientId, one]))
  const answers = new Map<string, Sent<unknown>>()
  const sent: string[] = []
  const heard: string[] = []
  const dropped: string[] = []
  const clock = { now: 0 }
  const outbox = new Outbox({
    send: async ({ clientId }) => {
      sent.push(clientId)
      return answers.get(clientId) ?? { kind: 'unreachable' }
    },
    keep: async (outgoing) => {
      if (keeps) store.set(outgoing.clientId, outgoing)
      return keeps
    },
    drop: async ({ clientId }, failure) => {
      dropped.push(`${clientId} ${failure?.reason ?? 'taken'}`)
      store.delete(clientId)
    },
    kept: async () => [...store.values()],
    now: () => clock.now,
  })
  const hearing = (where: string): Heard => ({
    onTaken: ({ clientId }) => heard.push(`${where} ${clientId} taken`),
    onRefused: ({ clientId }, { code }) => heard.push(`${where} ${clientId} ${code}`),
  })
  return { outbox, store, answers, sent, heard, dropped, clock, hearing }
}

test('what was handed in leaves the device only with the server’s answer', async () => {
  const { outbox, store, answers } = browser()
  await outbox.put(work('one'))
  expect([store.size, outbox.snapshot().count]).toEqual([1, 1])
  answers.set('one', taken)
  await outbox.flush()
  expect([store.size, outbox.snapshot().count]).toEqual([0, 0])
})

test('what is refused leaves with its reason, so that what was written can be kept under it', async () => {
  const { outbox, answers, dropped } = browser({ left: [work('late'), work('sound')] })
  answers.set('late', refused('conflict'))
  answers.set('sound', taken)
  await outbox.flush()
  expect(dropped).toEqual(['late conflict', 'sound taken'])
})

test('what an earlier page left behind is sent, the oldest first', async () => {
  const { outbox, answers, sent } = browser({ left: [work('later', 2), work('sooner', 1)] })
  for (const id of ['later', 'sooner']) answers.set(id, taken)
  await outbox.flush()
  expect(sent).toEqual(['sooner', 'later'])
})

test('what the server says while nobody listens is told to whoever listens first, once', async () => {
  const { outbox, answers, heard, hearing } = browser()
  answers.set('one', refused('conflict'))
  await outbox.put(work('one'))
  outbox.listen('frame', hearing('frame'))()
  outbox.listen('page', hearing('page'))
  expect(heard).toEqual(['frame one conflict'])
})

test('a browser that keeps nothing sends all the same, and it is known that only the page has it', async () => {
  const { outbox, answers } = browser({ keeps: false })
  await outbox.put(work('one'))
  expect(outbox.snapshot()).toMatchObject({ count: 1, unkept: true })
  answers.set('one', taken)
  await outbox.flush()
  expect(outbox.snapshot()).toMatchObject({ count: 0, unkept: false })
})

test('one that the server cannot take holds up no other, and is tried again ever more rarely', async () => {
  const { outbox, answers, sent, clock } = browser({ left: [work('broken', 1), work('sound', 2)] })
  answers.set('broken', brokenProxy)
  answers.set('sound', taken)
  await outbox.flush()
  expect(sent).toEqual(['broken', 'sound'])
  clock.now = 4_999
  await outbox.flush()
  expect(sent).toHaveLength(2)
  clock.now = 5_000
  await outbox.flush()
  clock.now = 14_999
  await outbox.flush()
  expect(sent).toEqual(['broken', 'sound', 'broken'])
})

test('while nobody is reached or nobody is signed in, the order stays and nothing is given up', async () => {
  const { outbox, answers, sent } = browser({ left: [work('one', 1), work('two', 2)] })
  await outbox.flush()
  answers.set('one', refused('signed-out'))
  await outbox.flush()
  expect(sent).toEqual(['one', 'one'])
  expect(outbox.snapshot().count).toBe(2)
})

test('the page at hand is told; without one, the frame is', async () => {
  const { outbox, answers, heard, hearing } = browser()
  outbox.listen('frame', hearing('frame'))
  const leave = outbox.listen('page', hearing('page'))
  answers.set('one', taken)
  await outbox.put(work('one'))
  leave()
  answers.set('two', refused('conflict'))
  await outbox.put(work('two'))
  expect(heard).toEqual(['page one taken', 'frame two conflict'])
})

test('handing in ends with the server’s answer, also while others are on their way', async () => {
  const { outbox, answers, sent } = browser({ left: [work('left', 1)] })
  for (const id of ['left', 'new']) answers.set(id, taken)
  const flushing = outbox.flush()
  await outbox.put(work('new', 2))
  expect(sent).toEqual(['left', 'new'])
  await flushing
})
