import { beforeEach, expect, test } from 'vitest'
import { dismissToast, toast, toasts } from './toast'

const messages = () => toasts.now().map(({ message }) => message)
beforeEach(() => {
  for (const { id } of toasts.now()) dismissToast(id)
})

test('what is said under an id that is there takes its place, as something new', () => {
  toast('one', { id: 'same' })
  const [before] = toasts.now()
  toast('other')
  toast('two', { id: 'same' })
  expect(messages()).toEqual(['other', 'two'])
  expect(toasts.now().at(-1)!.count).not.toBe(before!.count)
})

test('of many, the newest three are shown', () => {
  for (const message of ['1', '2', '3', '4']) toast(message)
  expect(messages()).toEqual(['2', '3', '4'])
})

test('whoever watches is told of what comes and what goes, and of nothing once they stopped', () => {
  const seen: number[] = []
  const stop = toasts.subscribe(() => seen.push(toasts.now().length))
  const id = toast('there')
  dismissToast(id)
  stop()
  toast('unseen')
  expect(seen).toEqual([1, 0])
})

test('with something to do about it, it stays longer than without', () => {
  toast('plain')
  toast('undone', { action: { label: 'Undo', onPress: () => {} } })
  const [plain, undone] = toasts.now()
  expect(undone!.durationMs).toBeGreaterThan(plain!.durationMs)
})
