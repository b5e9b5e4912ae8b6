import { describe, expect, test } from 'vitest'
import { DraftSync, type SaveAnswer, type Saving } from './draft-sync'
import type { Sent } from './send'

type Kept = { body: unknown; base: number; copies: readonly string[] }

/** A browser in which nothing happens by itself: timers run when told, saves are answered when told. */
function browser() {
  let timer: (() => void) | null = null
  let reply: (answer: Sent<SaveAnswer>) => void = () => {}
  const saves: Saving[] = []
  let kept: Kept | null = null
  let forgotten: Kept | null = null
  const open = (copy: string, body: unknown, base: number) =>
    new DraftSync(
      {
        save: (saving) => {
          saves.push(saving)
          return new Promise((resolve) => (reply = resolve))
        },
        keep: async (now) => {
          kept = now
          return true
        },
        forget: async (saved) => {
          kept = null
          forgotten = saved
        },
        activeMs: () => 0,
        after: (_ms, run) => {
          timer = run
          return () => (timer = null)
        },
      },
      copy,
      body,
      base,
    )
  const settled = () => new Promise<void>((resolve) => setImmediate(resolve))
  return {
    open,
    saves,
    kept: () => kept,
    forgotten: () => forgotten,
    tick: async () => {
      timer?.()
      await settled()
    },
    answer: async (sent: Sent<SaveAnswer>) => {
      reply(sent)
      await settled()
    },
  }
}
const saved = (version: number): Sent<SaveAnswer> => ({ kind: 'ok', value: { saved: true, version, leaseUntil: 'later', handedIn: false } })

describe('unsubmitted work', () => {
  test('is in the browser’s store before it is sent, and leaves it only when the server has answered, as what it then has', async () => {
    const { open, kept, forgotten, tick, answer, saves } = browser()
    const sync = open('one', '', 0)
    await sync.change('a')
    expect(kept()).toMatchObject({ body: 'a', base: 0, copies: ['one'] })
    await tick()
    expect(saves).toMatchObject([{ body: 'a', base: 0, from: { copy: 'one', turn: 1, after: [] } }])
    expect(kept()).not.toBeNull()
    await answer(saved(1))
    expect([kept(), sync.state]).toEqual([null, 'saved'])
    expect(forgotten()).toMatchObject({ body: 'a', base: 1, copies: ['one'] })
  })

  test('is saved once at a time: what is written meanwhile follows on the version that came back', async () => {
    const { open, tick, answer, saves } = browser()
    const sync = open('one', '', 0)
    await sync.change('a')
    await tick()
    await sync.change('ab')
    await tick()
    expect(saves).toHaveLength(1)
    await answer(saved(1))
    await tick()
    expect(saves[1]).toMatchObject({ body: 'ab', base: 1, from: { turn: 2 } })
  })

  test('a save without an answer is followed by a later turn of the same copy', async () => {
    const { open, tick, answer, saves } = browser()
    const sync = open('one', '', 0)
    await sync.change('a')
    await tick()
    await answer({ kind: 'unreachable' })
    expect(sync.state).toBe('offline')
    await tick()
    expect(saves.map(({ from }) => from.turn)).toEqual([1, 2])
  })

  test('taken up after the tab has died names the dead copy, and the store remembers both until one is answered', async () => {
    const { open, tick, answer, saves, kept } = browser()
    const sync = open('two', 'server', 3)
    sync.adopt('mine', 2, ['one', 'zero'])
    await tick()
    expect(kept()).toMatchObject({ body: 'mine', copies: ['two', 'one', 'zero'] })
    await tick()
    expect(saves).toMatchObject([{ body: 'mine', base: 2, from: { copy: 'two', turn: 1, after: ['one', 'zero'] } }])
    await answer(saved(4))
    await sync.change('more')
    expect(kept()).toMatchObject({ copies: ['two'], base: 4 })
  })

  test('taken up where something else is asked, it goes on with what still fits, and that is saved', async () => {
    const { open, tick, saves, kept } = browser()
    const fit = (body: unknown) => ({ draft: String(body).replace('old', ''), lost: Number(String(body).includes('old')) })
    const left = open('two', 'server', 3)
    expect(left.takeUp({ body: 'old mine', base: 3, copies: ['one'] }, fit)).toBe(1)
    expect([left.body, kept()]).toMatchObject([' mine', { body: ' mine', base: 3, copies: ['two', 'one'] }])
    const given = open('three', 'old server', 5)
    expect(given.takeUp(null, fit)).toBe(1)
    await tick()
    expect(saves.at(-1)).toMatchObject({ body: ' server', base: 5, from: { copy: 'three' } })
    const whole = open('four', 'server', 6)
    expect([whole.takeUp(null, fit), whole.unsaved]).toEqual([0, false])
  })

  test('that was handed in elsewhere says so, not that it was taken; what the server did not keep stays in the browser', async () => {
    for (const [handedIn, state] of [[true, 'handed-in'], [false, 'gone']] as const) {
      const { open, tick, answer, kept } = browser()
      const sync = open('one', '', 1)
      sync.lost({ leaseUntil: null, handedIn })
      expect(sync.state).toBe(state)
      await sync.change('since')
      await tick()
      await answer({ kind: 'ok', value: { saved: false, theirs: null, leaseUntil: null, handedIn } })
      expect([sync.state, sync.theirs, kept(), sync.unsaved]).toMatchObject([state, null, { body: 'since' }, true])
    }
  })

  test('ends with the handing in: nothing that comes later is shown, kept or saved', async () => {
    const { open, tick, kept, saves } = browser()
    const sync = open('one', '', 0)
    await sync.change('handed in')
    sync.close()
    await sync.change('too late')
    await tick()
    expect([sync.body, kept(), saves]).toMatchObject(['handed in', { body: 'handed in' }, []])
  })

  test('never overwrites another copy: it asks, and saves over it only when told', async () => {
    const { open, tick, answer, saves } = browser()
    const sync = open('one', '', 1)
    await sync.change('mine')
    await tick()
    await answer({ kind: 'ok', value: { saved: false, theirs: { body: 'theirs', version: 5, updatedAt: '' }, leaseUntil: null, handedIn: false } })
    expect(sync.state).toBe('conflict')
    await sync.flush()
    expect(saves).toHaveLength(1)
    void sync.resolve('mine')
    await tick()
    expect(saves[1]).toMatchObject({ body: 'mine', base: 5 })
  })
})
