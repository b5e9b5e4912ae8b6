import type { Label } from '@/lib/tasks/rubric/scores'
import type { Draft, Evidence } from '@/lib/tasks/rubric-scoring/judgment'
import { sameCell, type Cell } from './cells'

/** Changes of a draft, each a new draft. What was said of a cell stays when only one part of it changes. */
export type Edit = (draft: Draft) => Draft
type Said = Draft['labels'][number]

const changed =
  ({ response, criterion }: Cell, change: (said: Said) => Said): Edit =>
  (draft) => {
    // Named one by one: a cell may be a point of difference, which knows more.
    const cell = { response, criterion }
    const at = draft.labels.findIndex((said) => sameCell(said, cell))
    const before = draft.labels[at] ?? { ...cell, label: null, rationale: '', evidence: [] }
    const after = change(before)
    if (after === before) return draft
    return { ...draft, labels: at < 0 ? [...draft.labels, after] : draft.labels.with(at, after) }
  }

export const labelled = (cell: Cell, label: Label): Edit => changed(cell, (said) => (said.label === label ? said : { ...said, label }))

export const explained = (cell: Cell, rationale: string): Edit => changed(cell, (said) => ({ ...said, rationale }))

/** Adds words of the response, in text order; the same words twice are once. */
export const quoted = (cell: Cell, place: Evidence): Edit =>
  changed(cell, (said) =>
    said.evidence.some(({ start, end }) => start === place.start && end === place.end)
      ? said
      : { ...said, evidence: [...said.evidence, place].sort((a, b) => a.start - b.start || a.end - b.end) },
  )

export const unquoted = (cell: Cell, nth: number): Edit => changed(cell, (said) => ({ ...said, evidence: said.evidence.toSpliced(nth, 1) }))

/** All of what a reading says of a cell. */
export const taken = (cell: Cell, { label, rationale, evidence }: Omit<Said, keyof Cell>): Edit => changed(cell, (before) => ({ ...before, label, rationale, evidence }))

export const noted = (note: string): Edit => (draft) => ({ ...draft, note })
