/** What becomes of a rubric's criteria from verdict to verdict, whatever their authors do to them in between. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Criterion } from '../rubric/criterion'
import { asksTheSame } from '../rubric/since'
import { anyRubric, criterionOf } from '../rubric-scoring/any-readings.testing'
import { revised } from '../rubric-scoring/revised'
import { changed, content, drafted, judgmentOf, settings } from './any-authoring.testing'
import { duplicated, merged, moved, split } from './edit-rubric'
import type { Judgment } from './judgment'
import { succession } from './succession'

type Edit = { does: 'split' | 'merge' | 'duplicate' | 'move' | 'write' | 'remove' | 'anew'; nth: number; other: number; text: string }
const anyEdit: fc.Arbitrary<Edit> = fc.record({
  does: fc.constantFrom('split', 'merge', 'duplicate', 'move', 'write', 'remove', 'anew'),
  nth: fc.nat(20),
  other: fc.nat(20),
  text: fc.constantFrom('Names the dose.', 'Warns of bleeding.', '提醒复查肾功能。', 'Takes up the fear.'),
})

/** Each edit as an author's editor does it; ids are never used twice. `anew`: the same words from somebody who knows no name. */
function edited(criteria: readonly Criterion[], edits: readonly Edit[], fresh: () => string): Criterion[] {
  return edits.reduce<Criterion[]>((now, { does, nth, other, text }) => {
    const [one, two] = [now[nth % now.length], now[other % now.length]]
    if (!one || !two) return now
    if (does === 'split') return split(now, one.id, [{ id: fresh(), text }, { id: fresh(), text: one.text }])
    if (does === 'merge') return one === two ? now : merged(now, [one.id, two.id], { id: fresh(), text })
    if (does === 'duplicate') return duplicated(now, one.id, fresh())
    if (does === 'move') return moved(now, one.id, { group: two.group, before: two.id })
    if (does === 'write') return now.map((each) => (each === one ? { ...each, text } : each))
    if (does === 'remove') return now.length > 1 ? now.filter((each) => each !== one) : now
    return now.map((each) => (each === one ? { ...each, id: fresh(), origin: { kind: 'written', from: [] }, since: null } : each))
  }, [...criteria])
} // prettier-ignore

/** What authors hand in says of no version: their editor never knew of one. */
const handedIn = (criteria: readonly Criterion[]) => judgmentOf(criteria.map((one) => ({ ...one, since: null })))

describe('a rubric from verdict to verdict', () => {
  test('every criterion says the earliest version since which it has asked the same unbroken, under one name, whatever was done to it', () => {
    fc.assert(
      fc.property(anyRubric, fc.array(fc.array(anyEdit, { maxLength: 6 }), { minLength: 1, maxLength: 4 }), (draft, rounds) => {
        let names = 0
        const versions: Judgment[] = []
        let criteria: readonly Criterion[] = draft.criteria
        for (const edits of rounds) {
          criteria = edited(criteria, edits, () => `new ${names++}`)
          const before = versions.at(-1)
          const said = handedIn(criteria)
          const verdict = succession(said, { version: versions.length + 1, before: before ? { version: versions.length, answer: before } : null, readings: [said], content: { ...content, draft }, settings })
          expect(new Set(verdict.criteria.map(({ id }) => id)).size).toBe(verdict.criteria.length)
          expect(verdict.criteria.map(({ text, weight, group }) => [text, weight, group])).toEqual(said.criteria.map(({ text, weight, group }) => [text, weight, group]))
          versions.push(verdict)
          criteria = verdict.criteria
        }
        const last = versions.at(-1)!
        for (const { id, since, ...one } of last.criteria) {
          const stands = versions.map((version) => version.criteria.some((each) => each.id === id && asksTheSame(each, one)))
          expect(since!.version).toBe(stands.lastIndexOf(false) + 2)
          const isDrafted = draft.criteria.some((each) => each.id === id && asksTheSame(each, one))
          expect(since!.source).toBe(isDrafted ? 'draft' : 'authored')
        }
      }),
    )
  })

  test('what an adjudicator put otherwise than all authors is theirs; what all said alike is the authors’, and the draft’s stays the draft’s', () => {
    const stop = { text: 'Tells to stop.' }
    const own = changed('dose', { text: 'Names 3.2 g.' })
    const [one, two] = [judgmentOf(own), judgmentOf(own.map((each) => (each.id === 'stop' ? { ...each, ...stop } : each)).concat(criterionOf('more', 'bonus', { text: 'Is brief.' })))]
    const settled = judgmentOf([...own.map((each) => (each.id === 'kind' ? { ...each, text: 'Takes up the fear.' } : each.id === 'stop' ? { ...each, ...stop } : each)), criterionOf('more', 'bonus', { text: 'Is brief.' })])
    const { criteria } = succession(settled, { version: 1, before: null, readings: [one, two], content, settings })
    expect(criteria.map(({ id, since }) => [id, since!.source])).toEqual([['dose', 'authored'], ['bleed', 'draft'], ['kind', 'adjudicated'], ['stop', 'adjudicated'], ['more', 'adjudicated']])
  }) // prettier-ignore

  test('authors of a later round who could not know a name keep it by their words; a rejected draft has nothing to go on with', () => {
    const first = succession(judgmentOf([criterionOf('a', 'main', { text: 'Names the dose.', weight: 1_000_000 })]), { version: 1, before: null, readings: [], content, settings })
    const later = judgmentOf([criterionOf('x', 'main', { text: 'names the dose', weight: 500_000 }), criterionOf('y', 'main', { text: 'Sends to a doctor at once.', weight: 500_000 })])
    const { criteria } = succession(later, { version: 3, before: { version: 2, answer: first }, readings: [later], content, settings })
    expect(criteria.map(({ id, since }) => [id, since])).toEqual([['a', { version: 3, source: 'authored' }], ['y', { version: 3, source: 'authored' }]])
    const rejected = judgmentOf(drafted, { review: 'reject' })
    expect(succession(rejected, { version: 2, before: { version: 1, answer: first }, readings: [rejected], content, settings })).toEqual(rejected)
    expect(succession(later, { version: 2, before: { version: 1, answer: { ...first, review: 'reject' } }, readings: [later], content, settings }).criteria.map(({ id }) => id)).toEqual(['x', 'y'])
  }) // prettier-ignore

  test('under a later rubric of a scored item what asks the same stands since it did, and the rest since that version', () => {
    const rubric = { version: 2, criteria: [criterionOf('a', 'main', { weight: 1_000_000, since: { version: 1, source: 'adjudicated' } }), criterionOf('b', 'bonus')], reward: { alpha: 0.1, beta: 0.5, lambda: 1.5 } }
    const item = { prompt: content.prompt, rubric, responses: content.responses }
    const next = { ...rubric, version: 5, criteria: [{ ...rubric.criteria[0]!, since: null }, { ...rubric.criteria[1]!, text: 'Other words.' }, criterionOf('c', 'veto', { since: { version: 4, source: 'authored' } })] }
    expect(revised(item, next, null).content.rubric.criteria.map(({ id, since }) => [id, since])).toEqual([['a', { version: 1, source: 'adjudicated' }], ['b', { version: 5, source: 'revised' }], ['c', { version: 5, source: 'authored' }]])
  }) // prettier-ignore
})
