import type { Label } from '@/lib/tasks/rubric/scores'
import type { Form } from '@/lib/tasks/rubric-scoring/form'
import type { Draft, Evidence } from '@/lib/tasks/rubric-scoring/judgment'
import { wantsQuotes, wantsReason } from '@/lib/tasks/rubric-scoring/wanted-words'
import { sameCell, saidAt, type Cell } from './cells'

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

type Words = Pick<Said, 'rationale' | 'evidence'>
const noWords: Words = { rationale: '', evidence: [] }

const asideAt = (draft: Draft, cell: Cell): Words => draft.aside?.find((one) => sameCell(one, cell)) ?? noWords

const withAside =
  ({ response, criterion }: Cell, { rationale, evidence }: Words): Edit =>
  (draft) => {
    const { aside = [], ...rest } = draft
    const others = aside.filter((one) => !sameCell(one, { response, criterion }))
    const all = rationale === '' && evidence.length === 0 ? others : [...others, { response, criterion, rationale, evidence }]
    return all.length > 0 ? { ...rest, aside: all } : rest
  }

/** Words that the label has no place for are laid aside, and are there again with one that has: whoever changes their mind types nothing twice. */
export const labelled =
  (cell: Cell, label: Label, form: Pick<Form, 'rationale'>): Edit =>
  (draft) => {
    const said: Words & { label: Label | null } = saidAt(draft, cell) ?? { label: null, ...noWords }
    if (said.label === label) return draft
    const aside = asideAt(draft, cell)
    const rationale = settled(said.rationale, aside.rationale, wantsReason(label, form), '')
    const evidence = settled(said.evidence, aside.evidence, wantsQuotes(label), [])
    const after = changed(cell, (before) => ({ ...before, label, rationale: rationale.said, evidence: evidence.said }))(draft)
    return withAside(cell, { rationale: rationale.aside, evidence: evidence.aside })(after)
  }

/** What stands goes before what lay aside. */
function settled<T extends { length: number }>(said: T, aside: T, wanted: boolean, none: T): { said: T; aside: T } {
  const [words, left] = said.length > 0 ? [said, aside] : [aside, none]
  return wanted ? { said: words, aside: left } : { said: none, aside: words }
}

export const explained = (cell: Cell, rationale: string): Edit => changed(cell, (said) => ({ ...said, rationale }))

/** Adds words of the response, in text order; the same words twice are once. */
export const quoted = (cell: Cell, place: Evidence): Edit =>
  changed(cell, (said) =>
    said.evidence.some(({ start, end }) => start === place.start && end === place.end)
      ? said
      : { ...said, evidence: [...said.evidence, place].sort((a, b) => a.start - b.start || a.end - b.end) },
  )

export const unquoted = (cell: Cell, nth: number): Edit => changed(cell, (said) => ({ ...said, evidence: said.evidence.toSpliced(nth, 1) }))

/**
 * All of what a reading says of a cell, before one's own words. What is laid aside already is one's own too, and was written first; what one
 * of the readings says is not. `readings`: all of them, of this cell.
 */
export const taken =
  (cell: Cell, { label, rationale, evidence }: Omit<Said, keyof Cell>, readings: readonly (Words | null)[]): Edit =>
  (draft) => {
    const [now, aside] = [saidAt(draft, cell) ?? noWords, asideAt(draft, cell)]
    const isTheirs = (part: keyof Words) => readings.some((one) => one && JSON.stringify(one[part]) === JSON.stringify(now[part]))
    const own = { rationale: isTheirs('rationale') ? '' : now.rationale, evidence: isTheirs('evidence') ? [] : now.evidence }
    const after = changed(cell, (before) => ({ ...before, label, rationale, evidence }))(draft)
    return withAside(cell, { rationale: aside.rationale || own.rationale, evidence: aside.evidence.length > 0 ? aside.evidence : own.evidence })(after)
  }

export const noted = (note: string): Edit => (draft) => ({ ...draft, note })
