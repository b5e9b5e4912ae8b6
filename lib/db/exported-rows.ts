/** What leaves a study in a download: closed items alone, in the order of their own ids, which tells nothing of when or by whom. */
import pg from 'pg'
import type { ItemHead, ReadingHead, VerdictHead } from '@/lib/tasks/task'
import type { Cell } from './copied-rows'
import { isEarlierReading } from './earlier-readings'
import { Prisma } from './generated/client'
import { closedForGood, judgmentInForce, verdictInForce } from './in-force'
import { isTold, toldStage } from './told-stage'
import type { Tx } from './transaction'

export type ExportedVerdict = { item: ItemHead; content: object; verdict: VerdictHead; answer: unknown }
export type ExportedReading = ReadingHead & { round: number; answer: unknown }
/** `content`: without the text that stands for it. `before`: of earlier rounds, where the present one asked a part alone. */
export type ExportedReadings = { item: ItemHead; content: unknown; present: ExportedReading[]; before: ExportedReading[] }

const itemColumns = `i.external_id, encode(i.text_hash, 'hex'), i.language, i.specialty, i.group_key, i.source, i.licence, i.tags::text`
/** What `exportedVerdict` reads. */
export const verdictColumns = `${itemColumns}, i.text, i.content::text, v.source, v.version::text, p.number::text, v.rationale, v.cause::text, v.answer::text`

/** The verdict in force of every closed item that has one. */
export const verdictQuery = (studyId: string): string => `
  select ${verdictColumns} from item i join verdict v on v.item_id = i.id and ${verdictInForce} join protocol p on p.id = v.protocol_id
  where i.study_id = ${pg.escapeLiteral(studyId)} and i.stage = 'closed' order by i.external_id`

/**
 * Two columns of an item `i`: the readings of its present round, and where that asked a part alone, of rounds before. Within a round the
 * order is that of the letters, which were dealt by chance. `said`: a reading in JSON, of the seat `s`, its judgment `j` in force, the protocol
 * `jp` of that and the row `n` of the query's own table `name`.
 */
export const columnsOfReadings = (said: string): string => {
  const readings = (which: string) => `(select jsonb_agg(${said} order by s.round, s.letter)
      from seat s join judgment j on j.seat_id = s.id and ${judgmentInForce} join protocol jp on jp.id = j.protocol_id join name n on n.person_id = s.person_id
      where ${which})::text`
  return `${readings('s.item_id = i.id and s.round = i.round and s.submitted_at is not null')}, case when i.round > 1 then ${readings(isEarlierReading)} end`
}

/** The same as data know them. `who`: pairs of a JSON object that say whose a reading is. */
export const readingColumns = (who: string): string =>
  columnsOfReadings(`jsonb_build_object(${who}, 'seat', s.letter, 'revision', j.revision, 'protocol', jp.number, 'activeMs', s.active_ms, 'round', s.round, 'answer', j.answer)`)

/** The readings of every item that is closed for good, an item a row, each reader under the study's pseudonym for them. */
export const readingsQuery = (studyId: string, { withContent }: { withContent: boolean }): string => {
  const study = pg.escapeLiteral(studyId)
  return `
  with name as materialized (
    select person_id, reader_pseudonym(${study}, person_id) as pseudonym
    from (select distinct person_id from seat where study_id = ${study} and submitted_at is not null) readers)
  select ${itemColumns}, ${withContent ? 'i.content::text' : 'null'}, ${readingColumns(`'reader', n.pseudonym`)}
  from item i where i.study_id = ${study} and ${closedForGood} order by i.external_id`
}

const said = (cell: Cell | undefined): string | null => cell ?? null
const text = (cell: Cell | undefined): string => cell ?? ''
/** Most items say nothing here. */
const json = (cell: Cell | undefined): unknown => (cell === '{}' ? {} : cell ? JSON.parse(cell) : null)

const itemOf = (row: readonly Cell[]): ItemHead => ({
  id: text(row[0]),
  textSha256: text(row[1]),
  language: said(row[2]),
  specialty: said(row[3]),
  group: said(row[4]),
  source: said(row[5]),
  licence: said(row[6]),
  tags: json(row[7]) as ItemHead['tags'],
})

export const exportedVerdict = (row: readonly Cell[]): ExportedVerdict => ({
  item: itemOf(row),
  content: { ...(json(row[9]) as object), text: text(row[8]) },
  verdict: {
    basis: text(row[10]) as VerdictHead['basis'],
    version: Number(text(row[11])),
    protocol: Number(text(row[12])),
    rationale: text(row[13]) || null,
    cause: said(row[14]),
  },
  answer: json(row[15]),
})

export const exportedReadings = (row: readonly Cell[]): ExportedReadings => ({
  item: itemOf(row),
  content: json(row[8]),
  present: (json(row[9]) ?? []) as ExportedReading[],
  before: (json(row[10]) ?? []) as ExportedReading[],
})

export type ExportCounts = { verdicts: number; unusable: number; undecided: number; readings: number; open: number }

/** How much a download would hold now; readings are those of items closed for good, which an admin may count: of earlier rounds, those of which anything may still count. */
export async function exportCounts(tx: Tx, studyId: string): Promise<ExportCounts> {
  const [row] = await tx.$queryRaw<ExportCounts[]>`
    select (count(*) filter (where i.stage = 'closed' and v.id is not null))::int as verdicts,
      (count(*) filter (where i.stage = 'closed' and not v.usable))::int as unusable,
      (count(*) filter (where ${isTold('closed')} and v.id is null))::int as undecided,
      (closed_readings(${studyId}::uuid)
        + coalesce(sum((select count(*) from seat s where ${Prisma.raw(isEarlierReading)})) filter (where ${Prisma.raw(closedForGood)} and i.round > 1), 0))::int as readings,
      (count(*) filter (where (${toldStage}) in ('pool', 'reading', 'adjudicating')))::int as open
    from item i left join verdict v on v.item_id = i.id and v.study_id = i.study_id
      and ${Prisma.raw(verdictInForce)}
    where i.study_id = ${studyId}::uuid`
  return row ?? { verdicts: 0, unusable: 0, undecided: 0, readings: 0, open: 0 }
}
