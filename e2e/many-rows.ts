/**
 * A study in which everything there can be a list of is long: items, batches, people, readings of one reader, verdicts of
 * one adjudicator, questions, imports, audit events. By SQL as the owner: through the product it would take an hour.
 */
import { addMember, makePerson, makeStudy, publishProtocol } from '@/prisma/factories'
import { sql } from './fixtures'

export type LongStudy = {
  slug: string
  itemId: string
  owner: { personId: string }
  admin: { personId: string }
  reader: { personId: string }
  judge: { personId: string }
}

const step = (text: string, values: unknown[]) => sql(text, values)

/** `rows` of each kind; 0 makes the empty study that everyone begins with. */
export async function makeLongStudy(rows: number): Promise<LongStudy> {
  const name = 'Discharge letters of the northern hospitals, second collection 北部医院出院小结第二批'
  const { studyId, slug } = await makeStudy({ readersPerItem: 1, licence: 'CC-BY-4.0', languages: ['en', 'zh-CN'], name: `${name} ${rows}` })
  const protocolId = await publishProtocol(studyId)
  const owner = await makePerson({ owner: true, name: `Owner ${rows}` })
  const admin = await makePerson({ name: `Admin of ${rows} rows` })
  const reader = await makePerson({ name: `Reader of ${rows} rows` })
  const judge = await makePerson({ name: `Judge of ${rows} rows` })
  await addMember(studyId, owner.personId, 'admin')
  await addMember(studyId, admin.personId, 'admin')
  await addMember(studyId, reader.personId, 'reader')
  await addMember(studyId, judge.personId, 'adjudicator')
  const ids = [studyId, rows]

  await step(
    `with made as (
       insert into person (email, name) select 'person-' || n || '-' || left($1::uuid::text, 8) || '@example.org', 'Dr Aleksandra Wiśniewska-Kowalczyk ' || n
       from generate_series(1, $2::int) n returning id),
     member as (insert into membership (study_id, person_id, role) select $1, id, 'reader' from made)
     insert into profile (person_id, specialties, languages, licence_expires) select id, '{cardiology,internal-medicine}', '{en,zh-CN}', now() + interval '20 days' from made`,
    ids,
  )
  await step(
    `insert into batch (study_id, name, readers_per_item, priority, due_on, state, opened_at)
     select $1, 'Week ' || n, 1, n % 3, now() + n * interval '1 day', (array['open', 'paused', 'closed'])[n % 3 + 1]::batch_state, now() - n * interval '1 minute'
     from generate_series(1, $2::int) n`,
    ids,
  )
  await step(
    `insert into lane (batch_id, number, language, specialty) select id, 1, 'en', 'cardiology' from batch where study_id = $1`,
    [studyId],
  )
  await step(
    `insert into item (study_id, batch_id, external_id, text, text_hash, length, language, specialty, source, licence, tags, stage)
     select b.study_id, b.id, 'letter-' || lpad(substr(b.name, 6), 6, '0'), t, sha256(convert_to(t, 'UTF8')), char_length(t), 'en', 'cardiology',
       'northern-general', 'CC-BY-4.0', jsonb_build_object('ward', substr(b.name, 6)::int % 40), 'closed'
     from batch b cross join lateral (select 'Letter ' || substr(b.name, 6) || ': metformin is contraindicated in type 2 diabetes. 二甲双胍禁用于2型糖尿病。' as t) w
     where b.study_id = $1`,
    [studyId],
  )
  for (const [who, role] of [
    [reader.personId, 'reader'],
    [judge.personId, 'adjudicator'],
  ])
    await step(
      `insert into hand (item_id, person_id, role) select id, $2, $3::hand_role from item where study_id = $1`,
      [studyId, who, role],
    )
  await step(
    `insert into seat (item_id, study_id, batch_id, letter, lane, person_id, hand_role, claimed_at, submitted_at, active_ms)
     select id, study_id, batch_id, 'A', 1, $2, 'reader', now() - interval '2 hours', now() - (row_number() over ()) * interval '7 minutes', 95000
     from item where study_id = $1`,
    [studyId, reader.personId],
  )
  await step(
    `insert into judgment (seat_id, item_id, study_id, protocol_id, revision, client_id, answer)
     select id, item_id, study_id, $2, 1, gen_random_uuid(), '{"veracity":"correct","spans":[],"difficulty":null,"confidence":2,"note":""}'
     from seat where study_id = $1`,
    [studyId, protocolId],
  )
  await step(
    `with settled as (
       insert into adjudication (item_id, study_id, points, person_id, hand_role, opened_at, settled_at, active_ms)
       select id, study_id, '[{"agreed":false}]', $2, 'adjudicator', now() - interval '9 hours', now() - (row_number() over ()) * interval '5 minutes', 240000
       from item where study_id = $1 returning id, item_id, study_id)
     insert into verdict (item_id, study_id, protocol_id, version, source, answer, rationale, cause, adjudication_id)
     select item_id, study_id, $3, 1, 'adjudication', '{"veracity":"correct","spans":[],"difficulty":null,"confidence":null,"note":""}', 'As the guideline says.', 'oversight', id
     from settled`,
    [studyId, judge.personId, protocolId],
  )
  await step(
    `with asked as (insert into thread (item_id, study_id, resolved_at) select id, study_id, case when random() < 0.5 then now() end from item where study_id = $1 returning id),
     who as (insert into thread_asker (thread_id, person_id) select id, $2 from asked)
     insert into message (thread_id, from_admin, body) select id, false, 'Does the guideline count a contraindication that holds in renal failure only?' from asked`,
    [studyId, reader.personId],
  )
  await step(
    `insert into import (study_id, file_name, format, encoding, state, rows, fresh, imported, bytes, finished_at, created_at)
     select $1, 'letters-of-week-' || n || '.jsonl', 'native', 'UTF-8', 'done', 1, 1, 1, 4096, now(), now() - n * interval '1 minute' from generate_series(1, $2::int) n`,
    ids,
  )
  await step(
    `insert into audit_event (kind, study_id, item_id, detail, at) select 'judgment-submitted', study_id, id, '{}', now() - (row_number() over ()) * interval '1 minute' from item where study_id = $1`,
    [studyId],
  )
  await sql('analyze')
  const [item] = await sql<{ id: string }>('select id from item where study_id = $1 order by external_id limit 1', [studyId])
  return { slug, itemId: item?.id ?? '', owner, admin, reader, judge }
}

/** Every page that shows a list of it, and who looks at it. */
export const longPages = ({ slug, itemId }: LongStudy): { who: 'owner' | 'admin' | 'reader' | 'judge'; url: string }[] => [
  ...['/desk', '/desk/done'].map((url) => ({ who: 'reader' as const, url })),
  ...['/bench', '/bench/done'].map((url) => ({ who: 'judge' as const, url })),
  ...['/studies', '/people'].map((url) => ({ who: 'owner' as const, url })),
  ...['', '/items', '/batches', '/import', '/people', '/protocol', '/threads', '/audit', '/settings', '/downloads'].map((part) => ({
    who: 'admin' as const,
    url: `/studies/${slug}${part}`,
  })),
  ...(itemId ? [{ who: 'admin' as const, url: `/studies/${slug}/items/${itemId}` }] : []),
]
