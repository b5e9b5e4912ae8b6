import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterTick, idleAfterMs, tickMs, type Presence } from './active-time'

type Tick = { passes: number; visible: boolean; sign: boolean }
const begun: Presence = { workedMs: 0, tickAt: 0, signAt: 0 }

/** What a visit comes to, in which time passes so (a clock set back passes backwards). */
const after = (ticks: readonly Tick[], start: Presence = begun): Presence =>
  ticks.reduce((at, { passes, visible, sign }) => {
    const now = at.tickAt + passes
    return afterTick(sign ? { ...at, signAt: now } : at, now, visible)
  }, start)
const ticks = (count: number, tick: Partial<Tick> = {}): Tick[] => Array.from({ length: count }, () => ({ passes: tickMs, visible: true, sign: false, ...tick }))

const anyTick = fc.record({ passes: fc.oneof(fc.constant(tickMs), fc.integer({ min: -10 * 3_600_000, max: 10 * 3_600_000 })), visible: fc.boolean(), sign: fc.boolean() })

describe('the time somebody is at work', () => {
  it('is every second in which they give a sign of life on a page that is seen', () => {
    expect(after(ticks(90, { sign: true })).workedMs).toBe(90_000)
  })
  it('is none while the page is hidden, whatever moves', () => {
    fc.assert(fc.property(fc.array(anyTick), (visit) => after(visit.map((tick) => ({ ...tick, visible: false }))).workedMs === 0))
  })
  it('ends a minute after the last sign of life, and goes on with the next', () => {
    const left = after(ticks(600))
    expect(left.workedMs).toBe(idleAfterMs - tickMs)
    expect(after(ticks(5, { sign: true }), left).workedMs).toBe(left.workedMs + 5 * tickMs)
  })
  it('counts a sleeping machine for two ticks at most, also when somebody wakes it', () => {
    expect(after([...ticks(1, { sign: true }), ...ticks(1, { passes: 8 * 3_600_000, sign: true })]).workedMs).toBe(3 * tickMs)
    expect(after([...ticks(1, { sign: true }), ...ticks(1, { passes: 8 * 3_600_000 })]).workedMs).toBe(tickMs)
  })
  it('never shrinks, never goes faster than two ticks a tick, and not at all while the clock goes back', () => {
    fc.assert(
      fc.property(fc.array(anyTick), anyTick, (visit, tick) => {
        const before = after(visit)
        const gained = after([tick], before).workedMs - before.workedMs
        expect(gained).toBeGreaterThanOrEqual(0)
        expect(gained).toBeLessThanOrEqual(tick.passes < 0 ? 0 : Math.min(tick.passes, 2 * tickMs))
      }),
    )
  })
  it('is not kept alive by a sign of life that a clock set back has put into the future', () => {
    const later = { ...begun, tickAt: 3_600_000, signAt: 3_600_000 }
    const back = after(ticks(1, { passes: -3_600_000 }), later)
    expect(after(ticks(600), back).workedMs).toBe(0)
  })
})
