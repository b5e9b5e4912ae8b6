import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import { buildWorld, worldPlan, type BuiltItem, type World } from '@/prisma/testing/random-world'
import { canSee, type Facts, type Noun } from './sight'
import type { Viewer } from './viewer'

const db = freshDatabase()

/** Every row of a world that some noun has, with the facts the policy needs, seen from one viewer. */
function* rowsFor(world: World, viewer: Viewer): Generator<{ noun: Noun; id: string; facts: Facts }> {
  for (const id of new Set(world.protocols.map(({ studyId }) => studyId))) yield { noun: 'study', id, facts: { studyId: id } }
  for (const { id, studyId, published } of world.protocols)
    yield { noun: 'protocol', id, facts: { studyId, published } }
  for (const item of world.items) {
    const facts = factsOf(item, viewer)
    for (const noun of ['item', 'seal', 'seal_version', 'decline', 'rubric_version'] as const) yield { noun, id: item.id, facts }
    if (item.verdict) yield { noun: 'verdict', id: item.id, facts: { ...facts, inForce: item.stage === 'closed' && item.verdict === 'standing' } }
    for (const personId of item.hands.keys())
      yield { noun: 'hand', id: `${item.id}/${personId}`, facts: { ...facts, personId } }
    for (const seat of item.seats) {
      yield { noun: 'seat', id: seat.id, facts: { ...facts, personId: seat.personId } }
      yield { noun: 'draft', id: `${item.id}/${seat.personId}`, facts: { ...facts, personId: seat.personId } }
      if (!seat.judgmentId) continue
      yield { noun: 'judgment', id: seat.judgmentId, facts: { ...facts, personId: seat.personId } }
      yield { noun: 'repeat_reading', id: seat.id, facts: { ...facts, personId: seat.personId } }
    }
    if (item.adjudication)
      yield {
        noun: 'adjudication',
        id: item.adjudication.id,
        facts: { ...facts, personId: item.adjudication.personId },
      }
  }
  for (const { noun, id, facts, grantees } of world.releases)
    yield { noun, id, facts: { ...facts, granted: grantees?.includes(viewer.personId) ?? false } }
}

function factsOf(item: BuiltItem, viewer: Viewer): Facts {
  const hand = item.hands.get(viewer.personId)
  return {
    studyId: item.study.id,
    stage: item.stage,
    part: hand && !hand.ended ? hand.role : undefined,
    unsealedByViewer: item.unsealer !== null && item.unsealerId === viewer.personId,
    studyShowsVerdicts: item.study.showsVerdicts,
    withinGrace: item.readers.some(({ submitted, justNow }) => submitted && justNow),
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
  repeat_reading: 'seat_id::text',
  rubric_version: 'item_id::text',
  seal_version: 'item_id::text',
  release: 'id::text',
  release_item: 'item_id::text',
  release_file: 'id::text',
  release_chunk: 'file_id::text',
  split_grant: `study_id || '/' || person_id`,
  download: 'id::text',
  submission: 'id::text',
  prediction: 'submission_id::text',
  evaluation: 'id::text',
  evaluation_outcome: 'evaluation_id::text',
  span_question: 'id::text',
  access_token: 'id::text',
  idempotency_key: `person_id || '/' || key`,
  job: 'id::text',
}

/** Tables of people, of the running of a study, and of what was done: their walls are no question of an item's stage. */
const besidePolicy = [
  'arriving_prediction', 'audit_actor', 'audit_event', 'audit_head', 'audit_link', 'bared_before', 'batch', 'batch_pool', 'conflict_of_interest', 'credential', 'import',
  'import_row', 'invitation', 'lane', 'licence_statement', 'membership', 'message', 'password_reset', 'past_admin', 'person', 'picture', 'profile', 'release_reading', 'repeated_item',
  'session', 'shown_before', 'span_question_seen', 'study_agreement', 'study_secret', 'thread', 'thread_asker', 'unsealing', 'verdict_undone',
] // prettier-ignore
/** Which migrations ran, and how often somebody tried to sign in. */
const unwalled = ['_prisma_migrations', 'rate_limit']

/**
 * Rows and counts of all nouns that have to do with these ids, in one look. Asked for by an id as it is, which Postgres lets
 * stand before the policy, so that it looks at the rows of one world and not of all there have been.
 */
const everyNoun = Object.entries(keyOf)
  .map(([noun, key]) => {
    const among = `from ${noun} where ${/^\w+/.exec(key)![0]} = any ($1::uuid[])`
    return `select '${noun}' as noun, array(select ${key} ${among}) as keys, (select count(*)::int ${among}) as counted`
  })
  .join(' union all ')

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
          const looks = await db.sqlAs<{ noun: Noun; keys: string[]; counted: number }>(viewer.personId, everyNoun, [[...all.values()].flat().map((key) => key.split('/')[0])])
          for (const { noun, keys, counted } of looks) {
            expect({ noun, keys: keys.sort() }).toEqual({ noun, keys: (expected.get(noun) ?? []).sort() })
            // A count must not say more than the rows do.
            expect({ noun, counted }).toEqual({ noun, counted: keys.length })
            compared += all.get(noun)?.length ?? 0
            seen += keys.length
          }
        }
      }),
      { numRuns: 25 },
    )
    expect(seen).toBeGreaterThan(20)
    expect(compared).toBeGreaterThan(seen * 2)
  })

  it('is said here of every table, or the table is one of those that tell nothing of an item', async () => {
    const tables = await db.sql<{ name: string; walled: boolean }>(
      `select relname::text as name, relrowsecurity as walled from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`,
    )
    expect(tables.filter(({ walled }) => !walled).map(({ name }) => name).toSorted()).toEqual(unwalled)
    expect(tables.filter(({ name, walled }) => walled && !(name in keyOf)).map(({ name }) => name).toSorted()).toEqual(besidePolicy)
  })

  it('is nothing at all where no viewer is set', async () => {
    for (const noun of Object.keys(keyOf)) {
      expect(await db.sqlAs(null, `select 1 from ${noun}`)).toEqual([])
    }
  })
})
