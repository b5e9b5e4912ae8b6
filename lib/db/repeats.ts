/** Readings asked a second time, the other way round; kept beside the judgment, never a seat. */
import type { ReadTwice } from '@/lib/tasks/steadiness'
import type { Reading } from './readings'
import type { SqlTx } from './sql-transaction'

/** Draws that share of a batch's items, each equally likely, to be asked twice. @returns how many. */
export async function drawRepeats(tx: SqlTx, batchId: string, share: number): Promise<number> {
  return tx.$executeRaw`
    insert into repeated_item (item_id, study_id) select id, study_id from item where batch_id = ${batchId}::uuid
    order by random() limit (select round(count(*) * ${share}::float)::int from item where batch_id = ${batchId}::uuid)
    on conflict do nothing`
}

/** Gives the viewer what they can be asked again when nothing else waits, beyond what the page has already. */
export async function takeRepeat(tx: SqlTx, wanted: { studyId: string | null; beyond: string[]; leaseMs: number }): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ id: string | null }[]>`
    select take_repeat(${wanted.studyId}::uuid, ${wanted.beyond}::uuid[], false, make_interval(secs => ${wanted.leaseMs / 1000})) as id`
  return row?.id ?? null
}

export type RepeatReading = Reading & { ofSeat: string; answer: unknown; answeredUnder: string | null }

/** The viewer's own repeat, in the shape of a reading of theirs. */
export async function repeatOf(tx: SqlTx, id: string): Promise<RepeatReading | null> {
  const [row] = await tx.$queryRaw<RepeatReading[]>`
    select r.id as "seatId", r.seat_id as "ofSeat", i.id as "itemId", i.text, i.content, i.language, i.specialty, r.handed_in_at as "submittedAt", r.lease_until as "leaseUntil",
      (b.state = 'open' and r.handed_in_at is null and s.round = i.round) as open, r.answer, r.protocol_id as "answeredUnder",
      jsonb_build_object('id', t.id, 'name', t.name, 'task', t.task, 'settings', t.settings, 'showsVerdicts', t.shows_verdicts) as study,
      (select jsonb_build_object('id', p.id, 'number', p.number, 'guideline', p.guideline, 'form', p.form) from protocol p
        where p.study_id = r.study_id and p.number is not null order by p.number desc limit 1) as protocol,
      (select jsonb_build_object('body', d.body, 'version', d.version, 'activeMs', d.active_ms) from draft d
        where d.person_id = s.person_id and d.item_id = r.item_id and r.handed_in_at is null) as draft
    from repeat_reading r join seat s on s.id = r.seat_id join item i on i.id = r.item_id join study t on t.id = r.study_id join batch b on b.id = s.batch_id
    where r.id = ${id}::uuid and coalesce(s.person_id = viewer_id(), false)`
  return row ?? null
}

export type LockedRepeat = {
  id: string
  ofSeat: string
  itemId: string
  studyId: string
  clientId: string | null
  handedInAt: Date | null
  handedInAgoMs: number | null
  activeMs: number
  answer: unknown
  text: string
  content: unknown
  task: string
  settings: unknown
}

/** Locks a person's repeat; nothing else waits for it, since nothing else depends on it. What was left open in an earlier round is none. */
export async function lockRepeat(tx: SqlTx, id: string, personId: string): Promise<LockedRepeat | null> {
  const [row] = await tx.$queryRaw<LockedRepeat[]>`
    select r.id, r.seat_id as "ofSeat", r.item_id as "itemId", r.study_id as "studyId", r.client_id as "clientId", r.handed_in_at as "handedInAt",
      (extract(epoch from clock_timestamp() - r.handed_in_at) * 1000)::float as "handedInAgoMs", r.active_ms as "activeMs", r.answer, i.text, i.content, t.task, t.settings
    from repeat_reading r join seat s on s.id = r.seat_id join item i on i.id = r.item_id join study t on t.id = r.study_id
    where r.id = ${id}::uuid and s.person_id = ${personId}::uuid and (s.round = i.round or r.handed_in_at is not null) for no key update of r for key share of t`
  return row ?? null
}

export async function keepRepeat(tx: SqlTx, id: string, said: { protocolId: string; clientId: string; answer: unknown; activeMs: number }): Promise<void> {
  await tx.$executeRaw`
    update repeat_reading set answer = ${JSON.stringify(said.answer)}::jsonb, protocol_id = ${said.protocolId}::uuid, client_id = ${said.clientId}::uuid,
      active_ms = ${said.activeMs}, handed_in_at = clock_timestamp() where id = ${id}::uuid`
}

/** It is open again, as before it was handed in. */
export async function reopenRepeat(tx: SqlTx, id: string, leaseMs: number): Promise<void> {
  await tx.$executeRaw`
    update repeat_reading set answer = null, protocol_id = null, client_id = null, handed_in_at = null, lease_until = now() + make_interval(secs => ${leaseMs / 1000})
    where id = ${id}::uuid`
}

export async function dropRepeat(tx: SqlTx, id: string): Promise<void> {
  await tx.$executeRaw`delete from repeat_reading where id = ${id}::uuid`
}

/** Every standing reading of a study's items that the viewer may see by name, with what was said when it was asked again. */
export async function readingsWithRepeats(tx: SqlTx, studyId: string): Promise<ReadTwice[]> {
  return tx.$queryRaw<ReadTwice[]>`
    select distinct on (s.id) s.item_id as "itemId", jsonb_build_object('id', p.id, 'name', p.name) as reader, j.answer as once, r.id is not null as drawn, r.answer as again
    from seat s join item i on i.id = s.item_id and i.round = s.round join person p on p.id = s.person_id join judgment j on j.seat_id = s.id
    left join repeat_reading r on r.seat_id = s.id
    where s.study_id = ${studyId}::uuid and s.submitted_at is not null order by s.id, j.revision desc`
}
