/**
 * What somebody could do who has the application's role and a viewer set, and none of our services between: no more than the services do
 * in that viewer's name. Through the unblinded door alone is more done, and that is what it is for.
 */
import { beforeAll, describe, expect, it, test } from 'vitest'
import { graceMs } from '@/lib/workflow/leases'
import { addItems, addMember, makePerson, makeStudy, openBatch, publishProtocol } from '@/prisma/factories'
import { freshDatabase } from '@/prisma/testing/fresh-database'

const db = freshDatabase()

const roles = { admin: 'admin', other: 'admin', ann: 'reader', judge: 'adjudicator', expert: 'adjudicator', dan: 'researcher' } as const
type Name = keyof typeof roles | 'owner'
/** Of the scene below: people by name, and the ids of what there is. */
const id = {} as Record<Name | 'study' | 'open' | 'item' | 'seat' | 'release' | 'submission' | 'import' | 'job', string>
const as = (who: Name, text: string) => db.sqlAs(id[who], text.replaceAll(/(?<!:):(\w+)/g, (_, name: keyof typeof id) => `'${id[name]}'`))

beforeAll(async () => {
  const { studyId } = await makeStudy()
  id.study = studyId
  await publishProtocol(studyId)
  id.owner = (await makePerson({ owner: true })).personId
  for (const [name, role] of Object.entries(roles)) {
    const { personId } = await makePerson()
    await addMember(studyId, personId, role)
    id[name as Name] = personId
  }
  const [item, open] = await addItems(studyId, 2)
  Object.assign(id, { item, open })
  await openBatch(studyId, { itemIds: [item!, open!] })
  // One is at the bench, with the judge, and read by the other admin too; the other is being read.
  for (const [letter, who] of [['A', 'ann'], ['B', 'other']] as const) {
    await db.sql(`insert into hand (item_id, person_id, role) values ($1, $2, 'reader')`, [item, id[who]])
    const [seat] = await db.sql<{ id: string }>(
      `update seat set person_id = $2, hand_role = 'reader', submitted_at = now() - interval '1 hour' where item_id = $1 and letter = $3 returning id`, [item, id[who], letter]) // prettier-ignore
    id.seat = seat!.id
    await db.sql(`insert into judgment (seat_id, item_id, study_id, protocol_id, revision, client_id, answer) select $1, $2, $3, id, 1, gen_random_uuid(), '{}' from protocol where study_id = $3`, [seat!.id, item, studyId])
  }
  await db.sql(`update item set stage = 'adjudicating' where id = $1`, [item])
  await db.sql(`insert into hand (item_id, person_id, role) values ($1, $2, 'adjudicator')`, [item, id.judge])
  await db.sql(`insert into adjudication (item_id, study_id, points, person_id, hand_role, lease_until) values ($1, $2, '[]', $3, 'adjudicator', now() + interval '1 hour')`, [item, studyId, id.judge])
  await db.sql(`insert into unsealing (item_id, person_id, reason) values ($1, $2, 'They differ about the dose.')`, [item, id.admin])
  const one = async (text: string, values: unknown[]) => (await db.sql<{ id: string }>(text, values))[0]!.id
  id.release = await one(`insert into release (study_id, title, recipe, state, version, frozen_at, signature, facts, manifest, manifest_hash) values ($1, 'R', '{}', 'frozen', '1.0.0', now(), '{}', '{}', '{}', '\\x00') returning id`, [studyId])
  id.submission = await one(`insert into submission (release_id, split, person_id, system, file_name, file_hash, predicted, missing) values ($1, 'test', $2, 'S', 'f', '\\x00', 1, 0) returning id`, [id.release, id.dan])
  await db.sql(`insert into release (study_id, title, recipe) values ($1, 'Next', '{}')`, [studyId])
  id.import = await one(`insert into import (study_id, file_name, format, state, finished_at) values ($1, 'a.jsonl', 'native', 'done', now()) returning id`, [studyId])
  id.job = await one(`insert into job (kind, study_id, person_id, subject_id) values ('import', $1, $2, $1) returning id`, [studyId, id.admin])
  await db.sql(`select set_config('app.system', 'scene', true), record_event($1, 'import-begun', $2, null, jsonb_build_object('import', $3::text))`, [id.admin, studyId, id.import])
  await db.sql(`insert into invitation (token_hash, email, study_id, roles, invited_by, expires_at) values ('secret', 'new@example.org', $1, '{admin}', $2, now() + interval '1 day')`, [studyId, id.owner])
  await db.sql(`insert into session (person_id, proved_at, expires_at) values ($1, now() - interval '1 hour', now() + interval '1 hour')`, [id.ann])
})

describe('a function', () => {
  it('that acts with its owner’s rights names where it looks, and nobody but the application may call any', async () => {
    const functions = `from pg_proc p where p.pronamespace = 'public'::regnamespace and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`
    expect(await db.sql(`select p.proname ${functions} and p.prosecdef and not coalesce(p.proconfig @> '{search_path=public}', false)`)).toEqual([])
    expect(await db.sql(`select p.proname ${functions} and has_function_privilege('public', p.oid, 'execute')`)).toEqual([])
  })

  it('that is told of whom is asked answers about nobody but the viewer, their study’s people to its admins, and all to the unblinded door', async () => {
    const refused: Record<string, string> = {
      claim_adjudication: `claim_adjudication(:judge, :study, '1 hour')`,
      claim_seat: `claim_seat(:ann, :study, '1 hour')`,
      claim_span_question: `claim_span_question(:judge, '1 hour')`,
      record_event: `record_event(:ann, 'sign-out', null, null, '{}')`,
    }
    const untold: Record<string, string> = {
      awaited_by: `(select where awaited_by(:other) <> '{}')`,
      eligible_readers: `eligible_readers(:study, array[:item]::uuid[], array[:ann]::uuid[], '{}', '{}')`,
      may_invite: `(select where may_invite(:admin, :study, false))`,
      may_reset: `(select where may_reset(:owner, :ann))`,
      reader_pseudonym: `(select where reader_pseudonym(:study, :ann) is not null)`,
      reader_pseudonym_for_admin: `(select where reader_pseudonym_for_admin(:study, :ann) is not null)`,
      release_pseudonym: `(select where release_pseudonym(:release, :ann) is not null)`,
      splits_being_judged: `splits_being_judged(:ann, :release)`,
      study_workload: `study_workload(:study, array[:ann]::uuid[], 'UTC')`,
      viewer_of_session: `viewer_of_session(:seat, :ann)`,
      was_asked_about: `(select where was_asked_about(:judge, :release, 'test'))`,
    }
    const asked = await db.sql<{ name: string }>(
      `select distinct p.proname::text as name from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef and p.prorettype <> 'trigger'::regtype
         and has_function_privilege('doubleread_app', p.oid, 'execute')
         and p.proargnames[1:p.pronargs] && '{actor,among,asked,expert,judge,maker,people,person,reader,target,who}' order by 1`) // prettier-ignore
    expect(asked.map(({ name }) => name)).toEqual([...Object.keys(refused), ...Object.keys(untold)].toSorted())
    for (const call of Object.values(refused)) await expect(as('dan', `select from ${call}`)).rejects.toThrow(/nobody (claims|records)/)
    for (const call of Object.values(untold)) expect({ call, told: await as('dan', `select from ${call}`) }).toEqual({ call, told: [] })
  })
})

describe('by plain SQL, in their own name, nobody', () => {
  test.each<[what: string, who: Name, sql: string]>([
    ['hands in what is not counted', 'dan', `insert into submission (release_id, split, person_id, system, file_name, file_hash, predicted, missing) values (:release, 'test', :dan, 'S', 'f', '\\x00', 1, 0)`],
    ['has the trail say that a rival could have labels', 'dan', `select record_event(:dan, 'role-given', :study, null, jsonb_build_object('personId', :ann, 'role', 'admin'))`],
    ['proves who they are without a password', 'ann', 'update session set proved_at = now()'],
    ['begins a session', 'ann', `insert into session (person_id, expires_at) values (:ann, now() + interval '1 year')`],
    ['invites in the name of an owner', 'admin', `insert into invitation (token_hash, email, study_id, roles, invited_by, expires_at) values ('x', 'x@example.org', :study, '{admin}', :owner, now() + interval '1 day')`],
    ['invites in the installation’s name', 'admin', `insert into invitation (token_hash, email, study_id, roles, expires_at) values ('x', 'x@example.org', :study, '{admin}', now() + interval '1 day')`],
    ['turns another’s invitation into their own', 'admin', `update invitation set token_hash = 'mine'`],
    ['has a job work in the name of somebody else', 'admin', 'update job set person_id = :owner'],
    ['has experts heard before all have answered', 'dan', `insert into job (kind, study_id, person_id, subject_id, input) values ('evaluate', :study, :dan, :submission, '{"judged": true}')`],
    ['changes a role that they would have to take', 'admin', `update membership set role = 'reader' where person_id = :admin`],
    ['signs a release past the password', 'admin', `update release set state = 'freezing', signature = '{}' where state = 'draft'`],
    ['has brought in what somebody else did', 'other', `insert into import (study_id, file_name, format, state, finished_at) select :study, 'b', 'native', 'done', created_at from item where id = :item`],
  ])('%s', async (_, who, sql) => {
    await expect(as(who, sql)).rejects.toThrow(/row-level security|permission denied|immutable|nobody/)
  })

  test.each<[what: string, who: Name, sql: string]>([
    ['settles sees the rows of the readings, which tell who came first', 'judge', 'select from judgment'],
    ['reads an item as its admin sees why another looked behind it', 'other', 'select from unsealing'],
    ['runs a study asks of single people whether they have a part in what is being judged', 'admin', `select from eligible_readers(:study, array[:item]::uuid[], array[:judge]::uuid[], '{}', '{}')`],
  ])('who %s', async (_, who, sql) => {
    expect(await as(who, sql)).toEqual([])
  })

  it('asks of another person what stands between them and an item', async () => {
    for (const call of ['may_read(:judge, :item)', 'may_settle(:ann, :item)', 'has_conflict(:ann, :item)', 'knows_verdict(:ann, :item)', 'unburdened(:ann)', 'open_lanes(:ann, :study)'])
      await expect(as('admin', `select from ${call}`)).rejects.toThrow('permission denied')
  })

  it('knows what an import seals by saying that they began it', async () => {
    await as('other', `select record_event(:other, 'import-begun', :study, null, jsonb_build_object('import', :import))`)
    expect(await db.sql('select person_id as id from importers($1)', [id.study])).toEqual([{ id: id.admin }])
  })

  it('waits for an admin to have scored what they handed in', async () => {
    await as('dan', `insert into job (kind, study_id, person_id, subject_id) values ('evaluate', :study, :dan, :submission)`)
    expect(await db.sql('select from job where subject_id = $1', [id.submission])).toHaveLength(1)
  })

  it('holds what they claim for longer than anybody', async () => {
    await as('ann', `select claim_seat(:ann, :study, '100 years')`)
    expect(await db.sql(`select from seat where lease_until > now() + interval '2 hours'`)).toEqual([])
    expect(await db.sql(`select item_id as item from seat where person_id = $1 and submitted_at is null`, [id.ann])).toEqual([{ item: id.open }])
  })
  it('chooses among disputes, but for one that they have had before', async () => {
    await db.sql(`update adjudication set lease_until = now() - interval '1 second' where item_id = $1`, [id.item])
    const claims = (which: string) => as('expert', `select from (select claim_adjudication(:expert, null, '1 hour'${which}) as taken) c where taken is not null`)
    expect(await claims(', :item')).toEqual([])
    expect(await claims('')).toHaveLength(1)
  })
})

it('is one length of time, for services and database, within which a reading can be taken back', async () => {
  expect(await db.sql('select (extract(epoch from grace()) * 1000)::int as ms')).toEqual([{ ms: graceMs }])
})
