/** Random worlds for the blinding tests: people, roles, items at every stage, hands, seats, judgments, verdicts, unsealings, releases. */
import { createHash, randomUUID } from 'node:crypto'
import fc from 'fast-check'
import type { Role, Viewer } from '@/lib/blinding/viewer'
import type { Stage } from '@/lib/workflow/stage'
import type { FreshDatabase } from './fresh-database'
import { buildRelease, releasePlan, type ReleaseRow } from './random-releases'

const roles: Role[] = ['reader', 'adjudicator', 'admin', 'researcher']
const stages: Stage[] = ['reading', 'adjudicating', 'closed', 'withdrawn']
const people = 4
const person = fc.nat({ max: people - 1 })

export const worldPlan = fc.record({
  owners: fc.uniqueArray(person, { maxLength: 1 }),
  studies: fc.array(
    fc.record({
      showsVerdicts: fc.boolean(),
      members: fc.uniqueArray(fc.tuple(person, fc.constantFrom(...roles)), { maxLength: 6, selector: (m) => m.join() }),
      release: fc.option(releasePlan(person), { nil: null }),
    }),
    { minLength: 2, maxLength: 2 },
  ),
  items: fc.array(
    fc.record({
      study: fc.nat({ max: 1 }),
      stage: fc.constantFrom(...stages),
      readers: fc.uniqueArray(fc.record({ who: person, ended: fc.boolean(), submitted: fc.boolean(), justNow: fc.boolean() }), {
        maxLength: 2,
        selector: ({ who }) => who,
      }),
      judge: fc.option(person, { nil: null }),
      unsealer: fc.option(person, { nil: null }),
      verdict: fc.constantFrom(null, 'standing', 'undone', 'of an earlier round'),
    }),
    { minLength: 1, maxLength: 5 },
  ),
})
type Plan = typeof worldPlan extends fc.Arbitrary<infer T> ? T : never

export type BuiltItem = Omit<Plan['items'][number], 'study'> & {
  id: string
  unsealerId: string | null
  study: { id: string; showsVerdicts: boolean }
  hands: Map<string, { role: 'reader' | 'adjudicator' | 'unsealer'; ended: boolean }>
  seats: { id: string; personId: string; judgmentId: string | null }[]
  adjudication: { id: string; personId: string } | null
}
export type World = {
  viewers: Viewer[]
  protocols: { id: string; studyId: string; published: boolean }[]
  items: BuiltItem[]
  releases: ReleaseRow[]
}

/** Puts a plan into the database as its owner, past row security but not past constraints; fresh ids every time. */
export async function buildWorld(db: FreshDatabase, plan: Plan): Promise<World> {
  const ids = Array.from({ length: people }, () => randomUUID())
  for (const [n, id] of ids.entries()) {
    await db.sql('insert into person (id, email, name, owner) values ($1, $2, $3, $4)', [
      id,
      `${id}@example.org`,
      `Name ${n}`,
      plan.owners.includes(n),
    ])
  }
  const viewers = ids.map((personId, n) => ({
    personId,
    owner: plan.owners.includes(n),
    roles: {} as Record<string, Role[]>,
  }))
  const studies: { id: string; showsVerdicts: boolean; batchId: string; protocolId: string }[] = []
  const protocols: World['protocols'] = []
  const releases: ReleaseRow[] = []
  for (const { showsVerdicts, members, release } of plan.studies) {
    const [id, batchId, protocolId, draftId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
    await db.sql(
      `insert into study (id, slug, name, task, languages, readers_per_item, settings, shows_verdicts) values ($1, $2, 'S', 'error-spans', '{en}', 2, '{}', $3)`,
      [id, id, showsVerdicts],
    )
    await db.sql(`insert into batch (id, study_id, name, readers_per_item) values ($1, $2, 'B', 2)`, [batchId, id])
    await db.sql(
      `insert into protocol (id, study_id, number, guideline, form) values ($1, $2, 1, '', '{}'), ($3, $2, null, '', '{}')`,
      [protocolId, id, draftId],
    )
    for (const [who, role] of members) {
      await db.sql('insert into membership (study_id, person_id, role) values ($1, $2, $3::role)', [id, ids[who], role])
      ;(viewers[who]!.roles[id] ??= []).push(role)
    }
    if (release) releases.push(...(await buildRelease(db, release, id, ids)))
    studies.push({ id, showsVerdicts, batchId, protocolId })
    protocols.push({ id: protocolId, studyId: id, published: true }, { id: draftId, studyId: id, published: false })
  }
  const items: BuiltItem[] = []
  for (const wanted of plan.items) items.push(await buildItem(db, ids, studies[wanted.study]!, wanted))
  return { viewers, protocols, items, releases }
}

async function buildItem(
  db: FreshDatabase,
  ids: string[],
  study: { id: string; showsVerdicts: boolean; batchId: string; protocolId: string },
  wanted: Plan['items'][number],
): Promise<BuiltItem> {
  const id = randomUUID()
  const text = `Text ${id}`
  await db.sql(
    `insert into item (id, study_id, batch_id, external_id, text, text_hash, length, stage) values ($1::uuid, $2, $3, $1::uuid::text, $4, $5, $6, $7::stage)`,
    [id, study.id, study.batchId, text, createHash('sha256').update(text).digest(), [...text].length, wanted.stage],
  )
  await db.sql(`insert into seal (item_id, content) values ($1, '{"model":"sealed"}')`, [id])
  await db.sql(`insert into seal_version (item_id, version, content, reason) values ($1, 1, '{"model":"sealed before"}', 'wrong')`, [id])
  await db.sql(`insert into decline (item_id, reason) values ($1, 'unreadable')`, [id])
  await db.sql(`insert into rubric_version (item_id, version, study_id, rubric) values ($1, 1, $2, '{}')`, [id, study.id])
  const hands: BuiltItem['hands'] = new Map()
  const seats: BuiltItem['seats'] = []
  for (const [n, { who, ended, submitted, justNow }] of wanted.readers.entries()) {
    const personId = ids[who]!
    const seatId = randomUUID()
    hands.set(personId, { role: 'reader', ended: ended && !submitted })
    await db.sql(
      `insert into hand (item_id, person_id, role, ended_at) values ($1, $2, 'reader', case when $3 then now() end)`,
      [id, personId, ended && !submitted],
    )
    await db.sql(
      `insert into seat (id, item_id, study_id, batch_id, letter, person_id, hand_role, lease_until, submitted_at) values ($1, $2, $3, $4, $5, $6, 'reader', now(), case when $7 then now() - case when $8 then interval '0' else interval '1 hour' end end)`,
      [seatId, id, study.id, study.batchId, 'AB'[n], personId, submitted, justNow],
    )
    const judgmentId = submitted ? randomUUID() : null
    if (judgmentId) {
      await db.sql(
        `insert into judgment (id, seat_id, item_id, study_id, protocol_id, revision, client_id, answer) values ($1, $2, $3, $4, $5, 1, $1, '{}')`,
        [judgmentId, seatId, id, study.id, study.protocolId],
      )
      await db.sql('insert into repeat_reading (seat_id, item_id, study_id) values ($1, $2, $3)', [seatId, id, study.id])
    }
    await db.sql(`insert into draft (person_id, item_id, body) values ($1, $2, '{}')`, [personId, id])
    seats.push({ id: seatId, personId, judgmentId })
  }
  let adjudication: BuiltItem['adjudication'] = null
  const judge = wanted.judge === null ? undefined : ids[wanted.judge]
  if (judge && !hands.has(judge)) {
    hands.set(judge, { role: 'adjudicator', ended: false })
    adjudication = { id: randomUUID(), personId: judge }
    await db.sql(`insert into hand (item_id, person_id, role) values ($1, $2, 'adjudicator')`, [id, judge])
    await db.sql(
      `insert into adjudication (id, item_id, study_id, points, person_id, hand_role) values ($1, $2, $3, '[]', $4, 'adjudicator')`,
      [adjudication.id, id, study.id, judge],
    )
  }
  const unsealer = wanted.unsealer === null ? undefined : ids[wanted.unsealer]
  if (unsealer)
    await db.sql(`insert into unsealing (item_id, person_id, reason) values ($1, $2, 'a reason')`, [id, unsealer])
  if (wanted.verdict) {
    await db.sql(
      `insert into verdict (item_id, study_id, protocol_id, round, version, source, answer) values ($1, $2, $3, $4, 1, 'consensus', '{}')`,
      [id, study.id, study.protocolId, wanted.verdict === 'of an earlier round' ? 0 : 1],
    )
    if (wanted.verdict === 'undone') await db.sql('insert into verdict_undone (verdict_id) select id from verdict where item_id = $1', [id])
  }
  return {
    ...wanted,
    id,
    unsealerId: unsealer ?? null,
    study: { id: study.id, showsVerdicts: study.showsVerdicts },
    hands,
    seats,
    adjudication,
  }
}
