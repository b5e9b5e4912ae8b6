import type { Criterion } from '@/lib/tasks/rubric/criterion'
import { groups, inGroup } from '@/lib/tasks/rubric/groups'
import type { Content } from '@/lib/tasks/rubric-scoring/content'
import type { Draft } from '@/lib/tasks/rubric-scoring/judgment'

/** One criterion of one response, by their ids: what a single key judges. */
export type Cell = { response: string; criterion: string }
export type Way = 'response' | 'criterion'

export const sameCell = (a: Cell, b: Cell) => a.response === b.response && a.criterion === b.criterion

/** A name for a cell's element; ids may hold anything. */
export const cellKey = ({ response, criterion }: Cell): string => `${encodeURIComponent(response)} ${encodeURIComponent(criterion)}`

/** The path that `problems` gives to a cell. */
export const cellPath = ({ response, criterion }: Cell): string => `labels.${response}.${criterion}`

/** Criteria as they are shown: group by group, in the rubric's order. */
export const shownCriteria = (criteria: readonly Criterion[]): Criterion[] => groups.flatMap((group) => inGroup(criteria, group))

/** All cells in the order they are judged: response by response, or criterion by criterion. */
export function cellsOf({ rubric, responses }: Pick<Content, 'rubric' | 'responses'>, way: Way): Cell[] {
  const criteria = shownCriteria(rubric.criteria)
  const cell = (response: string, criterion: string): Cell => ({ response, criterion })
  return way === 'response'
    ? responses.flatMap(({ id }) => criteria.map((criterion) => cell(id, criterion.id)))
    : criteria.flatMap((criterion) => responses.map(({ id }) => cell(id, criterion.id)))
}

export const saidAt = (draft: Draft, cell: Cell) => draft.labels.find((said) => sameCell(said, cell))

/** The cell `step` places on, staying within the list; the first where `from` is in none. */
export function movedCell(cells: readonly Cell[], from: Cell | null, step: number): Cell | null {
  const at = from ? cells.findIndex((cell) => sameCell(cell, from)) : -1
  return cells[at < 0 ? 0 : Math.min(Math.max(at + step, 0), cells.length - 1)] ?? null
}

/** The next cell in that direction for which `isOpen` holds, round the end; null where there is none. */
export function nextOpen(cells: readonly Cell[], from: Cell | null, isOpen: (cell: Cell) => boolean, step: 1 | -1 = 1): Cell | null {
  const at = from ? cells.findIndex((cell) => sameCell(cell, from)) : step === 1 ? -1 : 0
  for (let nth = 1; nth <= cells.length; nth++) {
    const cell = cells[(at + step * nth + 2 * cells.length) % cells.length]!
    if (isOpen(cell)) return cell
  }
  return null
}
