/** What a reader sees of their own readings. Every query runs with row security on: it can only ever find the viewer's own. */
import type { EarlierRubric } from '@/lib/tasks/as-given'
import type { ProtocolInForce } from './protocols-in-force'
import type { SqlTx } from './sql-transaction'

export type Reading = {
  seatId: string
  itemId: string
  text: string
  content: unknown
  language: string | null
  specialty: string | null
  study: { id: string; name: string; task: string; settings: unknown; showsVerdicts: boolean }
  submittedAt: Date | null
  leaseUntil: Date | null
  /** True while the seat may be written to: the batch is open and the item is being read. */
  open: boolean
  /** The study's newest; null before the first is published. */
  protocol: ProtocolInForce | null
  /** Null where nothing was saved, and once the reading is handed in. */
  draft: { body: unknown; version: number; activeMs: number } | null
}

/** A protocol beside the row that it is read for: as columns, since what is long would be written twice as JSON. */
type WithProtocol = { protocolId: string | null; number: number; guideline: string; form: unknown }

/**
 * The viewer's own seat with its item and what they need to go on; never the item's tags, source, group or stage. `coalesce`
 * keeps the planner from looking through all the seats of theirs for the one. Without an id: the seat that this transaction took.
 */
export async function readingOf(tx: SqlTx, seatId: string | null): Promise<Reading | null> {
  const [row] = await tx.$queryRaw<(Omit<Reading, 'protocol'> & WithProtocol)[]>`
    select s.id as "seatId", i.id as "itemId", i.text, i.content, i.language, i.specialty, s.submitted_at as "submittedAt", s.lease_until as "leaseUntil",
      (b.state = 'open' and s.submitted_at is null) as open,
      jsonb_build_object('id', t.id, 'name', t.name, 'task', t.task, 'settings', t.settings, 'showsVerdicts', t.shows_verdicts) as study,
      p.id as "protocolId", p.number, p.guideline, p.form,
      (select jsonb_build_object('body', d.body, 'version', d.version, 'activeMs', d.active_ms) from draft d
        where d.person_id = s.person_id and d.item_id = s.item_id and s.submitted_at is null) as draft
    from seat s join item i on i.id = s.item_id join study t on t.id = s.study_id join batch b on b.id = s.batch_id
      left join lateral (select * from protocol where study_id = s.study_id and number is not null order by number desc limit 1) p on true
    where s.id = (select coalesce(${seatId}::uuid, nullif(current_setting('app.taken_seat', true), '')::uuid)) and coalesce(s.person_id = viewer_id(), false)`
  if (!row) return null
  const { protocolId, number, guideline, form, ...reading } = row
  return { ...reading, protocol: protocolId === null ? null : { id: protocolId, number, guideline, form } }
}

/** `rubric`: the version it was given under, where the item has a later one. */
export type OwnJudgment = { answer: unknown; revision: number; protocolId: string; rubric: EarlierRubric | null }

export async function ownJudgment(tx: SqlTx, seatId: string): Promise<OwnJudgment | null> {
  const [row] = await tx.$queryRaw<OwnJudgment[]>`
    select answer, revision, protocol_id as "protocolId", rubric_under(seat_id) as rubric from judgment where seat_id = ${seatId}::uuid order by revision desc limit 1`
  return row ?? null
}

export type ShownVerdict = { answer: unknown; usable: boolean; rationale: string; protocol: ProtocolInForce }

/** The verdict in force with the protocol it was given under, where row security shows it to the viewer (study shows verdicts, item closed). */
export async function shownVerdict(tx: SqlTx, itemId: string): Promise<ShownVerdict | null> {
  const [row] = await tx.$queryRaw<ShownVerdict[]>`
    select v.answer, v.usable, v.rationale, jsonb_build_object('id', p.id, 'number', p.number, 'guideline', p.guideline, 'form', p.form) as protocol
    from verdict v join protocol p on p.id = v.protocol_id
    where v.item_id = ${itemId}::uuid and verdict_shown_to_viewer(v.item_id) and verdict_in_force(v.id)`
  return row ?? null
}

export type HeldReading = {
  seatId: string
  studyId: string
  opening: string
  length: number
  specialty: string | null
  begun: boolean
  draftSavedAt: Date | null
  leaseUntil: Date | null
  dueOn: Date | null
  /** Its batch gives nothing out now; what is begun can still be handed in. */
  paused: boolean
}

/** Given out and not handed in, drafts first, what is asked again among the others. `opening`: the first words of the text. */
export async function heldReadings(tx: SqlTx): Promise<HeldReading[]> {
  return tx.$queryRaw<HeldReading[]>`
    select s.id as "seatId", s.study_id as "studyId", left(i.text, 160) as opening, i.length, i.specialty, d.item_id is not null as begun,
      d.updated_at as "draftSavedAt", s.lease_until as "leaseUntil", b.due_on as "dueOn", s.claimed_at, b.state = 'paused' as paused
    from seat s join item i on i.id = s.item_id join batch b on b.id = s.batch_id
    left join draft d on d.item_id = s.item_id and d.person_id = s.person_id
    where s.person_id = viewer_id() and s.submitted_at is null and b.state <> 'closed'
    union all
    select r.id, r.study_id, left(i.text, 160), i.length, i.specialty, d.item_id is not null, d.updated_at, r.lease_until, b.due_on, r.lease_until, b.state = 'paused'
    from due_repeats() due join repeat_reading r on r.id = due.id and r.lease_until is not null join item i on i.id = r.item_id join seat s on s.id = r.seat_id join batch b on b.id = s.batch_id
    left join draft d on d.item_id = r.item_id and d.person_id = viewer_id()
    order by 7 desc nulls last, 10`
}

export type DeskStudy = {
  studyId: string
  name: string
  waiting: number
  doneByMe: number
  doneToday: number
  dueOn: Date | null
  languages: string[]
}

/** The viewer's studies as a reader, with what waits for them and what they have done, what was asked again like all else. */
export async function deskStudies(tx: SqlTx, zone: string): Promise<DeskStudy[]> {
  return tx.$queryRaw<DeskStudy[]>`
    select t.id as "studyId", t.name, t.languages, coalesce(w.waiting, 0) + again.waiting as waiting,
      d.by_me as "doneByMe", d.today as "doneToday",
      least(w.due_on, again.due_on) as "dueOn"
    from study t left join desk_waiting() w on w.study_id = t.id
    cross join lateral (
      select (count(*) filter (where r.lease_until is null))::int as waiting, min(b.due_on) as due_on
      from due_repeats() d join repeat_reading r on r.id = d.id join seat s on s.id = r.seat_id join batch b on b.id = s.batch_id where d.study_id = t.id) again
    cross join lateral (
      select count(*)::int as by_me, (count(*) filter (where (done.at at time zone ${zone})::date = (now() at time zone ${zone})::date))::int as today from (
        select s.submitted_at as at from seat s where s.study_id = t.id and s.person_id = viewer_id() and s.submitted_at is not null
        union all
        select r.handed_in_at from repeat_reading r join seat s on s.id = r.seat_id where r.study_id = t.id and s.person_id = viewer_id() and r.handed_in_at is not null) done) d
    where t.id = any (viewer_studies('reader')) and t.archived_at is null
    order by "dueOn" nulls last, t.name`
}

export type DoneReading = {
  seatId: string
  studyId: string
  studyName: string
  opening: string
  submittedAt: Date
  activeMs: number
  hasVerdict: boolean
}

/** What the viewer has handed in, newest first; `before`: the one that the page before ended with. */
export async function doneReadings(tx: SqlTx, before: string | null, limit: number): Promise<DoneReading[]> {
  return tx.$queryRaw<DoneReading[]>`
    with ended as (select submitted_at as at, id from seat where id = ${before}::uuid union all select handed_in_at, id from repeat_reading where id = ${before}::uuid),
    done as (
      (select s.id, s.item_id, s.study_id, s.submitted_at, s.active_ms from seat s
        where s.person_id = viewer_id() and s.submitted_at is not null and (${before}::uuid is null or (s.submitted_at, s.id) < (select at, id from ended))
        order by s.submitted_at desc, s.id desc limit ${limit})
      union all
      (select r.id, r.item_id, r.study_id, r.handed_in_at, r.active_ms from repeat_reading r join seat s on s.id = r.seat_id
        where s.person_id = viewer_id() and r.handed_in_at is not null and (${before}::uuid is null or (r.handed_in_at, r.id) < (select at, id from ended))
        order by r.handed_in_at desc, r.id desc limit ${limit}))
    select d.id as "seatId", d.study_id as "studyId", t.name as "studyName", left(i.text, 160) as opening, d.submitted_at as "submittedAt", d.active_ms as "activeMs",
      exists (select from verdict v where v.item_id = d.item_id and verdict_shown_to_viewer(d.item_id) and verdict_in_force(v.id)) as "hasVerdict"
    from done d join item i on i.id = d.item_id join study t on t.id = d.study_id order by d.submitted_at desc, d.id desc limit ${limit}`
}
