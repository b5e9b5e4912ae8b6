import { describe, expect, test } from 'vitest'
import type { Sent } from './send'
import { WorkQueue } from './work-queue'

const nothing: Sent<string | null> = { kind: 'ok', value: null }
const cut: Sent<string | null> = { kind: 'unreachable' }
const piece = (value: string): Sent<string | null> => ({ kind: 'ok', value })

/** A page on which nothing happens by itself: questions are answered when told, timers run when told. */
function page(first = 'a') {
  const asked: string[][] = []
  const replies: ((answer: Sent<string | null>) => void)[] = []
  const shown: (string | null)[] = []
  let timer: (() => void) | null = null
  let clock = 0
  const queue = new WorkQueue<string>(
    {
      idOf: (work) => work,
      next: (_at, beyond) => {
        asked.push(beyond)
        return new Promise((resolve) => replies.push(resolve))
      },
      onShown: (work) => void shown.push(work),
      now: () => clock,
      after: (_ms, run) => {
        timer = run
        return () => (timer = null)
      },
    },
    first,
  )
  const settled = () => new Promise<void>((resolve) => setImmediate(resolve))
  return {
    queue,
    asked,
    shown,
    settled,
    timed: () => timer !== null,
    pass: (ms: number) => (clock += ms),
    tick: async () => {
      const run = timer
      timer = null
      run?.()
      await settled()
    },
    answer: async (answer: Sent<string | null>) => {
      replies.shift()!(answer)
      await settled()
    },
  }
}

describe('the next piece of work', () => {
  test('is there at once: it was fetched when the one before was begun, and handing in asks for nothing', async () => {
    const { queue, asked, answer, settled, shown } = page()
    queue.prefetch('a')
    queue.prefetch('a')
    await answer(piece('b'))
    expect(asked).toEqual([['a']])
    void queue.advance('a')
    await settled()
    expect([asked.length, shown]).toEqual([1, ['b']])
    expect(queue.snapshot()).toEqual({ work: 'b', nth: 2, turn: 2, moving: false, awaited: false })
  })

  test('that was fetched so long ago that its lease may have ended is asked for again', async () => {
    const { queue, asked, answer, pass, settled } = page()
    queue.prefetch('a')
    await answer(piece('b'))
    pass(10 * 60_000)
    void queue.advance('a')
    await settled()
    expect(asked).toHaveLength(2)
  })

  test('that cannot be had is awaited and comes by itself, whether by the clock or with the network; what was left is not at hand meanwhile', async () => {
    const { queue, answer, tick, asked, shown, settled } = page()
    void queue.advance('a')
    await answer(cut)
    expect(queue.snapshot()).toMatchObject({ awaited: true, moving: false })
    await tick()
    void queue.again()
    await settled()
    expect(asked).toHaveLength(2)
    await answer(cut)
    void queue.again()
    await settled()
    await answer(piece('b'))
    expect([asked, shown]).toEqual([[['a'], ['a'], ['a']], ['b']])
    expect(queue.snapshot()).toMatchObject({ work: 'b', awaited: false })
    await queue.again()
    expect(asked).toHaveLength(3)
  })

  test('never takes the place of work that the person has gone back to meanwhile', async () => {
    const { queue, answer, tick, timed, shown } = page()
    void queue.advance('a')
    await answer(cut)
    await tick()
    queue.show('a')
    await answer(piece('b'))
    expect([queue.snapshot().work, shown, timed()]).toEqual(['a', ['a'], false])
  })

  test('is asked for although a question from before is still without an answer', async () => {
    const { queue, answer, tick, asked, settled } = page()
    void queue.advance('a')
    await answer(cut)
    await tick()
    queue.show('a')
    void queue.advance('a')
    expect(asked).toHaveLength(3)
    await answer(piece('late'))
    await answer(cut)
    await tick()
    await settled()
    expect(asked).toHaveLength(4)
    await answer(piece('b'))
    expect(queue.snapshot().work).toBe('b')
  })

  test('is never one that was left here, but may be one that was gone back to', async () => {
    const { queue, answer, asked, settled } = page()
    void queue.advance('a')
    await answer(piece('b'))
    void queue.advance('b')
    await answer(piece('c'))
    queue.show('a')
    void queue.advance('c')
    await settled()
    expect(asked).toEqual([['a'], ['a', 'b'], ['b', 'c']])
  })

  test('is asked for once more when nothing waited before the one at hand was handed in', async () => {
    const { queue, answer, shown, settled } = page()
    queue.prefetch('a')
    await answer(nothing)
    let arrived = () => {}
    void queue.advance('a', new Promise<void>((resolve) => (arrived = resolve)))
    await settled()
    expect(shown).toEqual([])
    arrived()
    await settled()
    await answer(piece('b'))
    expect(shown).toEqual(['b'])
  })

  test('is awaited no longer once the page is left', async () => {
    const { queue, answer, timed, shown } = page()
    void queue.advance('a')
    await answer(cut)
    void queue.again()
    queue.stop()
    await answer(piece('b'))
    expect([timed(), shown]).toEqual([false, []])
  })
})
