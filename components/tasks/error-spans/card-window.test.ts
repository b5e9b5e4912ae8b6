import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cardWindow, keptCentre, shownCards } from './card-window'

const counts = fc.nat(500)
const more = fc.record({ before: fc.constantFrom(0, 50), after: fc.constantFrom(0, 50) })

test('the card that is looked at is always shown, every card at most once and in order', () => {
  fc.assert(
    fc.property(counts, counts, counts, more, (total, centre, at, extra) => {
      if (total === 0) return
      const looked = at % total
      const shown = shownCards(cardWindow(total, centre, extra), looked)
      expect(shown).toContain(looked)
      expect(shown).toEqual([...new Set(shown)].sort((a, b) => a - b))
      expect(shown.every((index) => index >= 0 && index < total)).toBe(true)
    }),
  )
})

test('few cards are all shown; of many, never more than were asked for', () => {
  expect(cardWindow(40, 3, { before: 0, after: 0 })).toEqual({ from: 0, to: 40 })
  const { from, to } = cardWindow(500, 250, { before: 0, after: 0 })
  expect(to - from).toBeLessThanOrEqual(40)
})

test('the window rests while what is looked at is inside it', () => {
  const window = cardWindow(500, 250, { before: 0, after: 0 })
  expect(keptCentre(window, 250, window.from)).toBe(250)
  expect(keptCentre(window, 250, -1)).toBe(250)
  expect(keptCentre(window, 250, 400)).toBe(400)
})
