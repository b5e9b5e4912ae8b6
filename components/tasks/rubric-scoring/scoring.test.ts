import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyDraft } from '@/lib/tasks/rubric-scoring/empty-draft'
import { criterionOf } from '@/lib/tasks/rubric-scoring/any-readings.testing'
import { draftSchema } from '@/lib/tasks/rubric-scoring/judgment'
import { offered, problems } from '@/lib/tasks/rubric-scoring/problems'
import { proMedical } from '@/lib/tasks/rubric-scoring/templates/promedical'
import type { Content } from '@/lib/tasks/rubric-scoring/content'
import { provisionalReward } from '@/lib/tasks/rubric/reward'
import { cellPath, cellsOf, movedCell, nextOpen, saidAt } from './cells'
import { openParts } from './open-parts'
import { explained, labelled, quoted, taken, unquoted } from './scoring-changes'
import { arrangement } from '@/lib/tasks/rubric-scoring/arrangement'

const criteria = [criterionOf('v', 'veto'), criterionOf('m', 'main', { weight: 1_000_000 }), criterionOf('b', 'bonus')]
const content: Content = {
  prompt: [{ role: 'user', content: '?' }],
  rubric: { version: 1, criteria, reward: provisionalReward },
  responses: [{ id: 'A', text: 'Take two.' }, { id: 'B', text: 'Rest.' }],
} // prettier-ignore
const { form, settings } = proMedical
const groupOf = new Map(criteria.map(({ id, group }) => [id, group]))

describe('the cells of an item', () => {
  test('are gone through response by response or criterion by criterion, groups in their order, each once', () => {
    const names = (way: 'response' | 'criterion') => cellsOf(content, way).map(({ response, criterion }) => response + criterion)
    expect(names('response')).toEqual(['Am', 'Ab', 'Av', 'Bm', 'Bb', 'Bv'])
    expect(names('criterion')).toEqual(['Am', 'Bm', 'Ab', 'Bb', 'Av', 'Bv'])
  })

  test('a step stays within, and the next open one is found round the end', () => {
    const cells = cellsOf(content, 'response')
    expect(movedCell(cells, null, 1)).toEqual(cells[0])
    expect(movedCell(cells, cells[0]!, -1)).toEqual(cells[0])
    expect(movedCell(cells, cells[5]!, 1)).toEqual(cells[5])
    expect(nextOpen(cells, cells[4]!, ({ criterion }) => criterion === 'm')).toEqual(cells[0])
    expect(nextOpen(cells, cells[3]!, ({ criterion }) => criterion === 'm', -1)).toEqual(cells[0])
    expect(nextOpen(cells, cells[0]!, () => false)).toBeNull()
  })
})

test('what a cell is said to owe is what the task finds missing at it', () => {
  const cells = cellsOf(content, 'response')
  const anyStep = fc.record({ at: fc.nat(cells.length - 1), label: fc.nat(3), why: fc.boolean(), words: fc.boolean() })
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 10 }), (steps) => {
      const draft = steps.reduce((before, { at, label, why, words }) => {
        const cell = cells[at]!
        const labels = offered(groupOf.get(cell.criterion)!, form)
        const after = explained(cell, why ? 'Because.' : '')(labelled(cell, labels[label % labels.length]!, form)(before))
        return words ? quoted(cell, { start: 0, end: 4, quote: cell.response === 'A' ? 'Take' : 'Rest' })(after) : after
      }, emptyDraft())
      const found = problems(draft, { content, settings, form })
      for (const cell of cells) {
        const owed = found.filter(({ path }) => path === cellPath(cell) || path.startsWith(`${cellPath(cell)}.`)).map(({ code }) => code)
        expect(openParts(saidAt(draft, cell), form).map((part) => `${part}-missing`)).toEqual(owed)
      }
    }),
  )
})

test('changing one part of what was said leaves the rest, and the same said twice is no change', () => {
  const [cell] = cellsOf(content, 'response')
  const place = { start: 5, end: 8, quote: 'two' }
  const said = quoted(cell!, place)(explained(cell!, 'No.')(labelled(cell!, 'violated', form)(emptyDraft())))
  expect(quoted(cell!, { ...place })(said)).toBe(said)
  expect(labelled(cell!, 'violated', form)(said)).toBe(said)
  const point = { ...cell!, kind: 'label', said: [] }
  expect(draftSchema.parse(taken(point, saidAt(said, cell!)!, [])(emptyDraft())).labels).toEqual([saidAt(said, cell!)])
  const two = quoted(cell!, { start: 0, end: 4, quote: 'Take' })(said)
  expect(saidAt(two, cell!)?.evidence.map(({ quote }) => quote)).toEqual(['Take', 'two'])
  expect(saidAt(unquoted(cell!, 0)(two), cell!)?.evidence).toEqual([place])
})

describe('words that a label has no place for', () => {
  const cell = { response: 'A', criterion: 'v' }
  const silent = { rationale: 'off' } as const
  const place = { start: 5, end: 8, quote: 'two' }
  const violated = quoted(cell, place)(explained(cell, 'Too much.')(labelled(cell, 'violated', silent)(emptyDraft())))
  const beholder = { item: 'i', person: 'p' }

  test('are there again with one that has, whatever was pressed in between and whoever was taken over', () => {
    const anyStep = fc.oneof(
      fc.constantFrom('violated' as const, 'not-met' as const, 'not-applicable' as const).map((label) => labelled(cell, label, silent)),
      fc.constantFrom('not-met' as const, 'not-applicable' as const).map((label) => taken(cell, { label, rationale: '', evidence: [] }, [null])),
    )
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 8 }), (steps) => {
        const after = steps.reduce((draft, step) => step(draft), violated)
        const back = labelled(cell, 'violated', silent)(after)
        expect(saidAt(back, cell)).toEqual(saidAt(violated, cell))
        expect(draftSchema.parse(back)).toEqual(violated)
      }),
    )
  })

  test('are neither said nor handed in meanwhile', () => {
    const cleared = labelled(cell, 'not-met', silent)(violated)
    expect(saidAt(cleared, cell)).toEqual({ ...cell, label: 'not-met', rationale: '', evidence: [] })
    expect(saidAt(labelled(cell, 'not-met', { rationale: 'optional' })(violated), cell)).toEqual({ ...cell, label: 'not-met', rationale: 'Too much.', evidence: [] })
    const shown = arrangement.toShown(cleared, content, beholder)
    expect(JSON.stringify(arrangement.fromShown(shown, content, beholder))).not.toMatch(/Too much|two/)
  })

  test('of another reading are laid over one’s own, which are not lost', () => {
    const theirs = { label: 'violated', rationale: 'Deadly.', evidence: [] } as const
    const over = taken(cell, { ...theirs, evidence: [] }, [null, { ...theirs, evidence: [] }])(violated)
    expect(saidAt(over, cell)).toMatchObject({ rationale: 'Deadly.' })
    expect(over.aside).toEqual([{ ...cell, rationale: 'Too much.', evidence: [place] }])
  })

  test('of one reading are not one’s own when another is taken', () => {
    const [first, second] = [{ label: 'violated' as const, rationale: 'Deadly.', evidence: [place] }, { label: 'not-met' as const, rationale: '', evidence: [] }]
    const after = taken(cell, second, [first, second])(taken(cell, first, [first, second])(emptyDraft()))
    expect(saidAt(labelled(cell, 'violated', silent)(after), cell)).toMatchObject({ rationale: '', evidence: [] })
  })
})
