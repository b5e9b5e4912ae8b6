import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyBeholder, anyPrompt, anyResponses } from './any-conversation.testing'
import { inOrder, namesFor, shownOrder } from './response-order'

const anyContent = fc.record({ prompt: anyPrompt, responses: anyResponses(2) })

test('every response is shown once, under a name that leads back to it and is the same from every seat', () => {
  fc.assert(
    fc.property(anyContent, anyBeholder, fc.uuid(), (content, beholder, seat) => {
      const shown = inOrder(content, beholder).responses
      const { order, toId, toName } = namesFor(content, beholder)
      expect(new Set(shown.map(({ id }) => id)).size).toBe(content.responses.length)
      expect(order.map((id) => content.responses.find((one) => one.id === id)?.text)).toEqual(shown.map(({ text }) => text))
      expect(shown.map(({ id }) => toId(id))).toEqual(order)
      for (const id of order) expect(toId(toName(id))).toBe(id)
      const textOf = new Map(shown.map(({ id, text }) => [id, text]))
      for (const { id, text } of inOrder(content, { ...beholder, seat }).responses) expect(text).toBe(textOf.get(id))
    }),
  )
})

test('a name tells nothing of an id, and what says the same has two names', () => {
  const named = (...ids: string[]) => inOrder({ responses: ids.map((id) => ({ id, text: 'Rest.' })) }, { item: 'i', person: 'p' }).responses.map(({ id }) => id)
  expect(named('gpt-4', 'llama').toSorted()).toEqual(named('a', 'b').toSorted())
  expect(new Set(named('gpt-4', 'llama', 'x')).size).toBe(3)
})

test('the order hangs on who looks at what, and not on how the file listed the responses', () => {
  fc.assert(
    fc.property(anyContent, anyBeholder, (content, beholder) => {
      const reversed = { ...content, responses: content.responses.toReversed() }
      expect(shownOrder(reversed, beholder)).toEqual(shownOrder(content, beholder))
    }),
  )
})

test('sides are balanced: over persons and items every response stands in every place as often', () => {
  const looks = 4_000
  for (const size of [2, 3, 8]) {
    const responses = Array.from({ length: size }, (_, nth) => ({ id: `r${nth}`, text: 't' }))
    const times = responses.map(() => new Array<number>(size).fill(0))
    for (let look = 0; look < looks; look++)
      // Both in turn, so that neither items nor persons alone decide.
      shownOrder({ responses }, { item: `item ${look % 63}`, person: `person ${look}` }).forEach((id, place) => (times[Number(id.slice(1))]![place]! += 1))
    const [expected, deviation] = [looks / size, Math.sqrt(looks * (1 / size) * (1 - 1 / size))]
    for (const each of times.flat()) expect(Math.abs(each - expected)).toBeLessThan(4.5 * deviation)
  }
})

test('asked again from the same seat they stand the other way round, and another seat has an order of its own', () => {
  const responses = ['a', 'b'].map((id) => ({ id, text: 't' }))
  const orderFrom = (seat: string, turned = false) => shownOrder({ responses }, { item: 'i', person: 'p', seat, turned }).join('')
  const orders = Array.from({ length: 400 }, (_, nth) => orderFrom(`seat ${nth}`))
  orders.forEach((order, nth) => expect(orderFrom(`seat ${nth}`, true)).toBe([...order].reverse().join('')))
  expect(Math.abs(orders.filter((order) => order === 'ab').length - 200)).toBeLessThan(45)
})
