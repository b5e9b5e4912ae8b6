import type { Criterion } from '@/lib/tasks/rubric/criterion'
import type { Content } from '@/lib/tasks/rubric-authoring/content'
import type { Draft, Review } from '@/lib/tasks/rubric-authoring/judgment'
import { countedByPoints } from '@/lib/tasks/rubric-authoring/counted-by-points'
import { mergedCriterion } from '@/lib/tasks/rubric-authoring/merge'
import type { Point } from '@/lib/tasks/rubric-authoring/points'
import type { Settings } from '@/lib/tasks/rubric-authoring/settings'
import { reviewed } from '../authoring-changes'

export type Row = Extract<Point, { kind: 'criterion' }>
/** By the row's id: the letter of the reading it was taken from, that every reading's is kept, or that it is left out. */
export type Work = { answer: Draft; decisions: Readonly<Record<string, string>> }
export const leftOut = '-'
export const keptAll = '+'

export const rowsOf = (points: readonly Point[]): Row[] => points.filter((point) => point.kind === 'criterion')
export const reviewPoint = (points: readonly Point[]) => points.find((point) => point.kind === 'review') ?? null

/** Where an adjudicator begins: with the criteria and the review that all readings agree on, and all their reasons for that. */
export function begun(points: readonly Point[], settings: Settings): Work {
  const criteria = rowsOf(points).flatMap((row) => (row.agreed ? [mergedCriterion(row.criterion, there(row))] : []))
  const point = reviewPoint(points)
  const review = point?.agreed ? (point.said[0] ?? null) : null
  return { answer: { review, reasons: reasonsFor(review, points), criteria: counted(criteria, settings), trials: [], note: '' }, decisions: {} }
}

/** What is said of the draft. A passed one stands as it came; what was merged is laid aside until it is not passed after all. */
export const ruled =
  (review: Review, { draft }: Pick<Content, 'draft'>) =>
  (answer: Draft): Draft =>
    review === 'pass' ? { ...reviewed('pass')(answer), criteria: draft?.criteria ?? answer.criteria } : reviewed(review)(answer)

/** A row as one reading has it, in its place among the others; whoever takes from a draft's readings corrects the draft. */
export function decided(work: Work, row: Row, points: readonly Point[], { letter, nth }: { letter: string; nth: number }, settings: Settings): Work {
  const said = nth < 0 ? null : (row.said[nth] ?? null)
  return placed(work, row, points, { taken: said ? [{ ...said, id: row.criterion, locked: false }] : [], as: nth < 0 ? leftOut : letter }, settings)
}

/** What every reading has there, each as a criterion of its own: what was put into one row need not be one thing. */
export function keptApart(work: Work, row: Row, points: readonly Point[], settings: Settings): Work {
  const names = namesIn(points).get(row.criterion)!
  const taken = row.said.flatMap((said, nth): Criterion[] => {
    if (!said) return []
    const id = names[nth]!
    // Two who changed one criterion of the draft: both go back to it.
    const origin: Criterion['origin'] = id === said.id || id === row.criterion ? said.origin : { kind: 'split', from: said.origin.from.length > 0 ? said.origin.from : [said.id] }
    return [{ ...said, id, origin, locked: false }]
  })
  return placed(work, row, points, { taken, as: keptAll }, settings)
}

function placed({ answer: given, decisions }: Work, row: Row, points: readonly Point[], { taken, as }: { taken: readonly Criterion[]; as: string }, settings: Settings): Work {
  // Whoever takes something in a draft that they passed corrects it after all: what was merged before stands again.
  const answer = given.review === 'pass' ? reviewed('correct')(given) : given
  const placeOf = new Map([...namesIn(points).values()].flatMap((own, at) => own.map((id) => [id, at] as const)))
  const here = placeOf.get(row.criterion)!
  const rest = amongRows(answer.criteria ?? [], points).filter(({ id }) => placeOf.get(id) !== here)
  const before = rest.findIndex(({ id }) => (placeOf.get(id) ?? -1) > here)
  const criteria = rest.toSpliced(before < 0 ? rest.length : before, 0, ...taken)
  // Whose reasons are begun with is settled once: from then on they are the adjudicator's own.
  const begins = (given.review === null || given.review === 'pass') && reviewPoint(points) !== null
  const why = begins ? { review: 'correct' as const, reasons: answer.reasons.length > 0 ? answer.reasons : reasonsFor('correct', points) } : {}
  return { answer: { ...answer, ...why, criteria: counted(criteria, settings) }, decisions: { ...decisions, [row.criterion]: as } }
}

/**
 * The names that a row's criteria have when each is kept, by reading: one has the row's, the others their own, or where somebody else
 * is called so, one made of it. All of them different, and the row's among them.
 */
function namesIn(points: readonly Point[]): Map<string, string[]> {
  const rows = rowsOf(points)
  const used = new Set(rows.map(({ criterion }) => criterion))
  const free = (id: string): string => {
    let name = id
    for (let times = 2; used.has(name); times++) name = `${id.slice(0, 70)}~${times}`
    used.add(name)
    return name
  }
  return new Map(
    rows.map(({ criterion, said }) => {
      const head = Math.max(said.findIndex((one) => one?.id === criterion), 0)
      return [criterion, said.map((one, nth) => (nth === head ? criterion : free(one?.id ?? criterion)))]
    }),
  ) // prettier-ignore
}

/** Whether there are several to keep. */
export const isKeepable = (row: Row): boolean => !row.agreed && there(row).length > 1

/** One reading's answer as it is, under the names of the rows; but a draft that it passed stays as it came, names and all. */
export function takenWhole(points: readonly Point[], { letter, nth, reading }: { letter: string; nth: number; reading: Draft }): Work {
  const rows = rowsOf(points)
  const criteria = reading.criteria ?? []
  return {
    answer: { review: reading.review, reasons: reading.reasons, criteria: reading.review === 'pass' ? criteria : asRows(rows, nth, criteria), trials: [], note: '' },
    decisions: Object.fromEntries(rows.filter(({ agreed }) => !agreed).map((row) => [row.criterion, row.said[nth] ? letter : leftOut])),
  }
}

/** One reading's criteria under the names of the rows. */
function asRows(rows: readonly Row[], nth: number, criteria: readonly Criterion[]): Criterion[] {
  const nameOf = new Map(rows.flatMap((row) => (row.said[nth] ? [[row.said[nth].id, row.criterion] as const] : [])))
  return criteria.map((one) => ({ ...one, id: nameOf.get(one.id) ?? one.id }))
}

/** What is merged goes by the rows' names; the draft itself, taken whole from somebody who passed it, not until then. */
function amongRows(criteria: readonly Criterion[], points: readonly Point[]): readonly Criterion[] {
  const nth = reviewPoint(points)?.said.indexOf('pass') ?? -1
  const rows = rowsOf(points)
  const passed = new Map(rows.flatMap(({ said }) => (said[nth] ? [[said[nth].id, said[nth].text] as const] : [])))
  return criteria.length === passed.size && criteria.every(({ id, text }) => passed.get(id) === text) ? asRows(rows, nth, criteria) : criteria
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
