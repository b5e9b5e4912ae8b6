/** Readings as agreement looks at them: item by item, readers by the study's pseudonym, of closed items alone. */
import pg from 'pg'
import type { Cell } from './copied-rows'
import { columnsOfReadings } from './exported-rows'
import { closedForGood } from './in-force'

/** Runs as an admin of the study: row security shows a reading only once its item is closed. In an order that tells nothing of time. */
export const agreementQuery = (studyId: string): string => {
  const study = pg.escapeLiteral(studyId)
  return `
  with name as materialized (
    select person_id, reader_pseudonym_for_admin(${study}, person_id) as pseudonym
    from (select distinct person_id from seat where study_id = ${study} and submitted_at is not null) readers)
  select i.specialty, i.text, i.content::text, ${columnsOfReadings('jsonb_build_array(n.pseudonym, j.answer, jp.number, s.round)')}
  from item i where i.study_id = ${study} and ${closedForGood} order by i.external_id collate "C"`
}

type ReadingRow = { rater: string; answer: unknown; protocol: number; round: number }
/** `before`: of earlier rounds, where the present one asked a part alone. */
export type ReadItemRow = { content: object; specialty: string | null; readings: ReadingRow[]; before: ReadingRow[] }

export const readItemIn = (row: readonly Cell[]): ReadItemRow => ({
  specialty: row[0] ?? null,
  content: { ...(JSON.parse(row[2] ?? '{}') as object), text: row[1] ?? '' },
  readings: readingsIn(row[3]),
  before: readingsIn(row[4]),
})

const readingsIn = (cell: Cell | undefined): ReadingRow[] =>
  ((cell ? JSON.parse(cell) : []) as [string, unknown, number, number][]).map(([rater, answer, protocol, round]) => ({ rater, answer, protocol, round }))
