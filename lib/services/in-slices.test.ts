import { expect, test } from 'vitest'
import type { Steps } from '@/lib/stats/steps'
import { inSlices } from './in-slices'

function* counted(to: number): Steps<string> {
  for (let nth = 1; nth <= to; nth++) yield nth / to
  return 'all of it'
}

test('between two slices everything else has its turn, and what is done is said', async () => {
  let turns = 0
  const others = setInterval(() => (turns += 1), 0)
  const shares: number[] = []
  const result = await inSlices(counted(4), async (share) => {
    const before = turns
    shares.push(share)
    await expect.poll(() => turns, { interval: 1 }).toBeGreaterThan(before)
  })
  clearInterval(others)
  expect([result, shares]).toEqual(['all of it', [0.25, 0.5, 0.75, 1]])
})

test('what is told to stop in the midst computes no further', async () => {
  let slices = 0
  const stopped = inSlices(counted(100), async () => {
    if (++slices === 3) throw new Error('cancelled')
  })
  await expect(stopped).rejects.toThrow('cancelled')
  expect(slices).toBe(3)
})
