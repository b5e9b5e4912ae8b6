import { expect, test } from 'vitest'
import type { LocalDraft } from '@/components/work/local-store'
import { keptPieces, type KeptAnswer } from './kept-pieces'

const draft = (more: Partial<LocalDraft> = {}): LocalDraft => ({
  key: 'ann/item',
  personId: 'ann',
  itemId: 'item',
  place: 'seat',
  body: 'here',
  base: 2,
  activeMs: 0,
  copies: ['mine'],
  at: Date.UTC(2026, 10, 27),
  of: { study: 'Ward', task: 'error-spans', opening: 'Aspirin', kind: 'seat' },
  ...more,
})
const standing = { itemId: 'item', place: 'seat', role: 'reader', work: 'lease', member: true, again: true } as const
const stored = { ...standing, studyName: 'Ward', task: 'error-spans', opening: 'Aspirin', version: 2, copy: null, updatedAt: '2026-11-28T00:00:00.000Z' }
const answer = (drafts: KeptAnswer['drafts'] = [], pieces: KeptAnswer['pieces'] = [standing]): KeptAnswer => ({ pieces, drafts })
const nobody = new Set<string>()

test('what may still be theirs is no part of it: unsent work of a seat they hold, and what is on its way', () => {
  expect(keptPieces([draft()], nobody, answer([], [{ ...standing, work: 'yours' }]))).toEqual([])
  expect(keptPieces([draft()], new Set(['item']), answer([stored]))).toEqual([])
})

test('without the server it holds what the browser has heard of, and nothing else', () => {
  expect(keptPieces([draft()], nobody, null)).toEqual([])
  expect(keptPieces([draft({ ended: 'seat-gone' })], nobody, null)).toMatchObject([{ study: 'Ward', opening: 'Aspirin', why: 'either', asks: false, again: false }])
  expect(keptPieces([draft({ ended: 'conflict' })], nobody, null)).toMatchObject([{ why: 'conflict' }])
  // Begun since the server was last asked.
  expect(keptPieces([draft({ place: 'another' })], nobody, answer())).toEqual([])
})

test('what the server says wins over what was heard before', () => {
  expect(keptPieces([draft({ ended: 'seat-gone' })], nobody, answer())).toMatchObject([{ why: 'lease', again: true, asks: true }])
})

test('what is here was written on what is there, or by a save that was not heard: it is one piece', () => {
  expect(keptPieces([draft()], nobody, answer([stored]))).toMatchObject([{ left: { body: 'here' }, version: 2 }])
  expect(keptPieces([draft()], nobody, answer([{ ...stored, version: 3, copy: 'mine' }]))).toMatchObject([{ left: { body: 'here' }, version: 3 }])
})

test('where another device has saved since, both are shown, the newer first', () => {
  expect(keptPieces([draft()], nobody, answer([{ ...stored, version: 5, copy: 'other' }]))).toMatchObject([
    { left: null, version: 5 },
    { left: { body: 'here' }, version: null },
  ])
})
