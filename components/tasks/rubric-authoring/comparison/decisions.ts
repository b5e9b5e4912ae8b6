import type { Criterion } from '@/lib/tasks/rubric/criterion'
import type { Draft, Review } from '@/lib/tasks/rubric-authoring/judgment'
import { countedByPoints } from '@/lib/tasks/rubric-authoring/counted-by-points'
import { mergedCriterion } from '@/lib/tasks/rubric-authoring/merge'
import type { Point } from '@/lib/tasks/rubric-authoring/points'
import type { Settings } from '@/lib/tasks/rubric-authoring/settings'

export type Row = Extract<Point, { kind: 'criterion' }>
/** By the row's id: the letter of the reading it was taken from, or that it is left out. */
export type Work = { answer: Draft; decisions: Readonly<Record<string, string>> }
export const leftOut = '-'

export const rowsOf = (points: readonly Point[]): Row[] => points.filter((point) => point.kind === 'criterion')
export const reviewPoint = (points: readonly Point[]) => points.find((point) => point.kind === 'review') ?? null

/** Where an adjudicator begins: with the criteria and the review that all readings agree on, and all their reasons for that. */
export function begun(points: readonly Point[], settings: Settings): Work {
  const criteria = rowsOf(points).flatMap((row) => (row.agreed ? [mergedCriterion(row.criterion, there(row))] : []))
  const point = reviewPoint(points)
  const review = point?.agreed ? (point.said[0] ?? null) : null
  return { answer: { review, reasons: reasonsFor(review, points), criteria: counted(criteria, settings), trials: [], note: '' }, decisions: {} }
}

/** A row as one reading has it, in its place among the others; whoever takes from a draft's readings corrects the draft. */
export function decided({ answer, decisions }: Work, row: Row, points: readonly Point[], { letter, nth }: { letter: string; nth: number }, settings: Settings): Work {
  const said = nth < 0 ? null : (row.said[nth] ?? null)
  const order = rowsOf(points).map(({ criterion }) => criterion)
  const rest = (answer.criteria ?? []).filter(({ id }) => id !== row.criterion)
  const taken = said && { ...said, id: row.criterion, locked: false }
  const before = rest.findIndex(({ id }) => order.indexOf(id) > order.indexOf(row.criterion))
  const criteria = taken ? rest.toSpliced(before < 0 ? rest.length : before, 0, taken) : rest
  // Whose reasons are begun with is settled once: from then on they are the adjudicator's own.
  const begins = answer.review === null && reviewPoint(points) !== null
  const why = begins ? { review: 'correct' as const, reasons: answer.reasons.length > 0 ? answer.reasons : reasonsFor('correct', points) } : {}
  return { answer: { ...answer, ...why, criteria: counted(criteria, settings) }, decisions: { ...decisions, [row.criterion]: nth < 0 ? leftOut : letter } }
}

/** One reading's answer as it is, under the names of the rows. */
export function takenWhole(points: readonly Point[], { letter, nth, reading }: { letter: string; nth: number; reading: Draft }): Work {
  const rows = rowsOf(points)
  const nameOf = new Map(rows.flatMap((row) => (row.said[nth] ? [[row.said[nth].id, row.criterion] as const] : [])))
  const criteria = (reading.criteria ?? []).map((one) => ({ ...one, id: nameOf.get(one.id) ?? one.id }))
  return {
    answer: { review: reading.review, reasons: reading.reasons, criteria, trials: [], note: '' },
    decisions: Object.fromEntries(rows.filter(({ agreed }) => !agreed).map((row) => [row.criterion, row.said[nth] ? letter : leftOut])),
  }
}

/** Rows that differ and that nobody has decided. Of a passed or rejected draft there is nothing to decide. */
export const undecided = (points: readonly Point[], { answer, decisions }: Work): Row[] =>
  answer.review === 'reject' || answer.review === 'pass' ? [] : rowsOf(points).filter((row) => !row.agreed && decisions[row.criterion] === undefined)

/** Why those who say so did not pass the draft, each reason once, as readings that agree would have it. */
const reasonsFor = (review: Review | null, points: readonly Point[]): string[] => {
  const point = reviewPoint(points)
  return point && review ? [...new Set(point.reasons.filter((_, nth) => point.said[nth] === review).flat())].sort() : []
}

const there = ({ said }: Row): Criterion[] => said.filter((one) => one !== null)
const counted = (criteria: Criterion[], { counting }: Settings) => (counting === 'points' ? countedByPoints(criteria) : criteria)
