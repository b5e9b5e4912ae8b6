import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import { buildWorld, worldPlan, type BuiltItem, type World } from '@/prisma/testing/random-world'
import { canSee, type Facts, type Noun } from './sight'
import type { Viewer } from './viewer'

const db = freshDatabase()

/** Every row of a world that some noun has, with the facts the policy needs, seen from one viewer. */
function* rowsFor(world: World, viewer: Viewer): Generator<{ noun: Noun; id: string; facts: Facts }> {
  const studies = new Map(world.items.map(({ study }) => [study.id, study]))
  for (const id of studies.keys()) yield { noun: 'study', id, facts: { studyId: id } }
  for (const { id, studyId, published } of world.protocols)
    yield { noun: 'protocol', id, facts: { studyId, published } }
  for (const item of world.items) {
    const facts = factsOf(item, viewer)
    for (const noun of ['item', 'seal', 'decline'] as const) yield { noun, id: item.id, facts }
    if (item.verdict) yield { noun: 'verdict', id: item.id, facts }
    for (const personId of item.hands.keys())
      yield { noun: 'hand', id: `${item.id}/${personId}`, facts: { ...facts, personId } }
    for (const seat of item.seats) {
      yield { noun: 'seat', id: seat.id, facts: { ...facts, personId: seat.personId } }
      yield { noun: 'draft', id: `${item.id}/${seat.personId}`, facts: { ...facts, personId: seat.personId } }
      if (seat.judgmentId) yield { noun: 'judgment', id: seat.judgmentId, facts: { ...facts, personId: seat.personId } }
    }
    if (item.adjudication)
      yield {
        noun: 'adjudication',
        id: item.adjudication.id,
        facts: { ...facts, personId: item.adjudication.personId },
      }
  }
}

function factsOf(item: BuiltItem, viewer: Viewer): Facts {
  const hand = item.hands.get(viewer.personId)
  return {
    studyId: item.study.id,
    stage: item.stage,
    part: hand && !hand.ended ? hand.role : undefined,
    unsealedByViewer: item.unsealer !== null && item.unsealerId === viewer.personId,
    studyShowsVerdicts: item.study.showsVerdicts,
  }
}

const keyOf: Record<Noun, string> = {
  study: 'id::text',
  protocol: 'id::text',
  item: 'id::text',
  seal: 'item_id::text',
  hand: `item_id || '/' || person_id`,
  seat: 'id::text',
  judgment: 'id::text',
  draft: `item_id || '/' || person_id`,
  decline: 'item_id::text',
  adjudication: 'id::text',
  verdict: 'item_id::text',
}

describe('who sees what', () => {
  it('is the same in memory and in the database, for every noun, viewer and random world', async () => {
    let compared = 0
    let seen = 0
    await fc.assert(
      fc.asyncProperty(worldPlan, async (plan) => {
        const world = await buildWorld(db, plan)
        for (const viewer of world.viewers) {
          const expected = new Map<Noun, string[]>()
          const all = new Map<Noun, string[]>()
          for (const { noun, id, facts } of rowsFor(world, viewer)) {
            all.set(noun, [...(all.get(noun) ?? []), id])
            if (canSee(viewer, noun, facts)) expected.set(noun, [...(expected.get(noun) ?? []), id])
          }
          for (const [noun, ids] of all) {
            const rows = await db.sqlAs<{ key: string }>(
              viewer.personId,
              `select ${keyOf[noun]} as key from ${noun} where ${keyOf[noun]} = any ($1)`,
              [ids],
            )
            expect({ noun, keys: rows.map(({ key }) => key).sort() }).toEqual({
              noun,
              keys: (expected.get(noun) ?? []).sort(),
            })
            // A count must not say more than the rows do.
            const [counted] = await db.sqlAs<{ n: number }>(
              viewer.personId,
              `select count(*)::int as n from ${noun} where ${keyOf[noun]} = any ($1)`,
              [ids],
            )
            expect(counted?.n).toBe(rows.length)
            compared += ids.length
            seen += rows.length
          }
        }
      }),
      { numRuns: 25 },
    )
    expect(seen).toBeGreaterThan(20)
    expect(compared).toBeGreaterThan(seen * 2)
  })

  it('is nothing at all where no viewer is set', async () => {
    for (const noun of Object.keys(keyOf)) {
      expect(await db.sqlAs(null, `select 1 from ${noun}`)).toEqual([])
    }
  })
})
