import { describe, expect, test } from 'vitest'
import { Refusal } from '@/lib/errors'
import { canMove, moved, moves, type Move, type StageEvent } from './moves'
import { stages, type Mover, type Stage } from './stage'

const events = Object.keys(moves) as StageEvent[]
const movers: Mover[] = ['reader', 'adjudicator', 'admin', 'system']
const table: Record<string, Move> = moves

/** Every stage that can follow, over any number of moves. */
function reachable(from: Stage): Set<Stage> {
  const found = new Set<Stage>()
  const visit = (stage: Stage) => {
    for (const event of events) {
      const move = table[event]!
      if (!move.from.includes(stage) || found.has(move.to)) continue
      found.add(move.to)
      visit(move.to)
    }
  }
  visit(from)
  return found
}

describe('the table of moves', () => {
  test('every stage is reached from the pool', () => {
    expect([...reachable('pool'), 'pool'].sort()).toEqual(expect.arrayContaining([...stages]))
  })

  test('nothing leaves withdrawn', () => {
    for (const event of events) for (const by of movers) expect(canMove('withdrawn', event, by)).toBe(false)
  })

  test('every other stage can still be closed, and withdrawn at once', () => {
    for (const stage of stages.filter((one) => one !== 'withdrawn')) {
      expect([...reachable(stage)]).toContain('closed')
      expect(canMove(stage, 'withdrawn', 'admin')).toBe(true)
    }
  })

  test('`moved` lets through exactly what `canMove` says, to the stage of the table', () => {
    for (const stage of stages) {
      for (const event of events) {
        for (const by of movers) {
          const move = () => moved(stage, event, by, 'because')
          if (canMove(stage, event, by)) expect(move()).toBe(table[event]!.to)
          else expect(move).toThrow()
        }
      }
    }
  })

  test('an item that has moved on is a conflict; a wrong mover is a defect, not an answer', () => {
    expect(() => moved('closed', 'decided', 'adjudicator')).toThrow(Refusal)
    expect(() => moved('closed', 'decided', 'adjudicator')).toThrow(/item-moved-on/)
    expect(() => moved('adjudicating', 'decided', 'reader')).not.toThrow(Refusal)
    expect(() => moved('adjudicating', 'decided', 'reader')).toThrow(/adjudicator/)
  })

  test('whoever undoes what others did says why', () => {
    const reasoned = events.filter((event) => table[event]!.reason)
    expect(reasoned).toEqual(['reopened', 'returned-to-readers', 'withdrawn'])
    for (const event of reasoned) {
      const { from, by } = table[event]!
      expect(() => moved(from[0]!, event, by, ' ')).toThrow(/reason-missing/)
    }
  })

  test('only an adjudicator or the rule after the last submission closes an item', () => {
    const closing = events.filter((event) => table[event]!.to === 'closed')
    expect(closing.map((event) => table[event]!.by).sort()).toEqual(['adjudicator', 'system', 'system'])
  })

  test('no reader opens the bench', () => {
    const opening = events.filter((event) => table[event]!.to === 'adjudicating')
    expect(new Set(opening.map((event) => table[event]!.by))).toEqual(new Set(['system', 'admin']))
  })
})
