/** A study's items as a release sees them: first everything but their texts, then, of those that were chosen, all. */
import pg from 'pg'
import type { Candidate } from '@/lib/releases/candidate'
import type { JsonObject } from '@/lib/tasks/task'
import type { Cause } from '@/lib/workflow/causes'
import type { Cell } from './copied-rows'
import { exportedVerdict, readingColumns, verdictColumns, type ExportedVerdict } from './exported-rows'
import { closedForGood, verdictInForce } from './in-force'

const inForce = `v.item_id = i.id and ${verdictInForce} and ${closedForGood}`
/** By the bytes of the ids, on every server. */
const inOrder = `order by i.external_id collate "C"`
const stated = `to_char(l.stated_at at time zone 'UTC', 'YYYY-MM-DD'), l.reason`

/** `parts`: fields of the contents that labels are made from. */
export const candidateQuery = (studyId: string, parts: readonly string[]): string => `
  select i.external_id, i.id::text, (i.stage = 'withdrawn')::text, v.id::text, v.source, v.version::text, p.number::text, v.cause::text,
    v.answer::text, i.batch_id::text, b.name, i.group_key, i.source, i.licence, i.language, i.specialty, i.tags::text,
    ${parts.length === 0 ? "'{}'" : `case when v.id is not null then jsonb_build_object(${parts.map((part) => `${pg.escapeLiteral(part)}, i.content -> ${pg.escapeLiteral(part)}`).join(', ')})::text end`}, ${stated}
  from item i left join batch b on b.id = i.batch_id left join licence_statement l on l.id = i.licence_statement_id
  left join verdict v on ${inForce} left join protocol p on p.id = v.protocol_id
  where i.study_id = ${pg.escapeLiteral(studyId)} ${inOrder}`

const said = (cell: Cell | undefined): string | null => cell ?? null
const text = (cell: Cell | undefined): string => cell ?? ''

/** Rows into candidates. Words that many items share are held once, so that a large study fits. */
export function candidateReader(labelsOf: (answer: unknown, content: unknown) => Readonly<Record<string, readonly string[]>>): (row: readonly Cell[]) => Candidate {
  const words = new Map<string, string>()
  const shared = (cell: Cell | undefined): string | null => {
    const word = said(cell)
    if (word === null) return null
    const known = words.get(word)
    if (known === undefined) words.set(word, word)
    return known ?? word
  }
  const parsed = new Map<string, unknown>()
  /** Tags and labels repeat; what does not is not kept for its own sake alone. */
  const sharedJson = <T>(value: string, make: () => T): T => {
    if (!parsed.has(value)) parsed.set(value, make())
    return parsed.get(value) as T
  }
  return (row) => {
    const tags = text(row[16])
    const answer = said(row[8])
    const labels = answer === null ? null : labelsOf(JSON.parse(answer), JSON.parse(text(row[17])))
    return {
      id: text(row[0]),
      itemId: text(row[1]),
      withdrawn: text(row[2]) === 'true',
      verdict: row[3]
        ? {
            id: text(row[3]),
            basis: shared(row[4]) as 'consensus' | 'adjudication',
            version: Number(text(row[5])),
            protocol: Number(text(row[6])),
            cause: shared(row[7]) as Cause | null,
            labels: labels && sharedJson(JSON.stringify(labels), () => labels),
          }
        : null,
      batchId: shared(row[9]),
      batch: shared(row[10]),
      group: said(row[11]),
      source: shared(row[12]),
      licence: shared(row[13]),
      licenceStated: row[18] ? sharedJson(`l${row[18]} ${text(row[19])}`, () => ({ since: text(row[18]), reason: text(row[19]) })) : null,
      language: shared(row[14]),
      specialty: shared(row[15]),
      tags: sharedJson(`t${tags}`, () => JSON.parse(tags) as JsonObject),
    }
  }
}

/** `names`: the release whose pseudonyms the readings carry; null: none are made, and readers are told apart by account. Without readings, none are read. */
export const recordQuery = (studyId: string, names: string | null, { withReadings }: { withReadings: boolean } = { withReadings: true }): string => {
  const study = pg.escapeLiteral(studyId)
  const reader = names === null ? 's.person_id::text' : 'n.name'
  return `
  with name as materialized (
    select person_id, ${names === null ? 'null::text' : `release_pseudonym(${pg.escapeLiteral(names)}, person_id)`} as name
    from (select distinct person_id from seat where study_id = ${study} and submitted_at is not null) readers)
  select ${verdictColumns}, v.id::text,
    ${withReadings ? readingColumns(`'reader', ${reader}, 'rater', s.person_id`) : 'null, null'}
  from item i join verdict v on ${inForce} and v.usable join protocol p on p.id = v.protocol_id
  where i.study_id = ${study} ${inOrder}`
}

/** `rater`: the account, by which hands are told apart; it never leaves. */
export type ReadingInRelease = { reader: string; rater: string; seat: string; revision: number; protocol: number; activeMs: number; round: number; answer: unknown }
/** `before`: of earlier rounds, where the present one asked a part alone. */
export type RecordParts = ExportedVerdict & { verdictId: string; readings: ReadingInRelease[]; before: ReadingInRelease[] }

export const recordId = (row: readonly Cell[]): string => text(row[0])

export const recordParts = (row: readonly Cell[]): RecordParts => ({
  ...exportedVerdict(row),
  verdictId: text(row[16]),
  readings: row[17] ? (JSON.parse(row[17]) as ReadingInRelease[]) : [],
  before: row[18] ? (JSON.parse(row[18]) as ReadingInRelease[]) : [],
})
