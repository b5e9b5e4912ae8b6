/**
 * The board of one split under one match rule: every scored system, every reader by pseudonym and the readers' mean, on the
 * same axes; each system with its difference to the leader. For whoever may know the release; holds nothing of an item.
 */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { holdsRole } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { contestSplits, type ContestSplit } from '@/lib/db/contests'
import { evaluationsOf, namesOnBoard, type EvaluationRow, type KeptScores, type SystemName } from '@/lib/db/evaluations'
import { questionCounts, type QuestionCounts } from '@/lib/db/span-questions'
import { Refusal } from '@/lib/errors'
import type { Difference, MeasureInfo, Scores } from '@/lib/tasks/evaluation'
import type { NamedAxis } from '@/lib/tasks/named-axes'
import { admitContestant } from './admit-contestant'
import { judged } from './score-contest'

export const boardInput = z.object({ releaseId: z.uuid(), split: z.string().max(40).optional(), match: z.string().max(40).optional() })
/** `facet`: by which groups of items are told apart. */
export const boardTableInput = boardInput.extend({ facet: z.string().max(200).optional() })

export type BoardRow = {
  id: string
  kind: EvaluationRow['kind']
  /** Null: an anonymous system of somebody else's, which goes by `letter`. */
  name: string | null
  /** What an anonymous system goes by for others: the same for everyone, whatever its rank. */
  letter: string | null
  submissionId: string | null
  mine: boolean
  /** Whether its person could have the labels of the hidden split when they handed it in. */
  knewLabels: boolean
  scores: Scores & Pick<KeptScores, 'leftOut' | 'readers'>
  /** By measure, to the best system in the first of `compared`; null for the leader itself and for readers. */
  toLeader: Record<string, Difference> | null
}
export type Board = {
  releaseId: string
  title: string
  version: string
  split: string
  items: number
  hidden: boolean
  splits: ContestSplit[]
  /** Whether the viewer may have the split's labels, and so the error browser. */
  open: boolean
  admin: boolean
  task: string
  /** What its study called axes when it was frozen. */
  axes: NamedAxis[]
  /** Whether experts can be asked about what no rule matched. */
  asksExperts: boolean
  match: string
  matches: string[]
  /** Versions of the scoring rules: by which all that is shown was scored, which is the present one, and how many systems wait for it. */
  rules: { shown: number; present: number; waiting: number }
  measures: readonly MeasureInfo[]
  compared: readonly string[]
  rows: BoardRow[]
  /** How far the experts are; null for all but admins. */
  questions: QuestionCounts | null
}

/** Without a split, the most protected one: it is what a benchmark is about. */
export const readBoard = (viewer: Viewer, { releaseId, split: wanted, match: asked }: z.output<typeof boardInput>): Promise<Board> =>
  asViewer(viewer, async (tx) => {
    const splits = await contestSplits(tx, releaseId)
    const split = wanted ?? splits.at(-1)?.split ?? ''
    const contest = await admitContestant(tx, releaseId, split)
    const { evaluation } = contest
    const admin = holdsRole(viewer, contest.studyId, 'admin')
    const matches = evaluation.judgedOn === null ? [...evaluation.matches] : [...evaluation.matches, judged]
    const match = asked ?? evaluation.matches[0]
    if (!matches.includes(match)) throw new Refusal('not-found', 'not-found')
    const all = await evaluationsOf(tx, releaseId, split, match)
    const rules = rulesOf(all, evaluation.rules)
    const rows = all.filter((row) => row.rules === rules.shown)
    const compared = rankedFirst(rows, evaluation.compared)
    const names = await namesOnBoard(tx, releaseId, split)
    return {
      releaseId,
      title: contest.title,
      version: contest.version,
      split,
      items: contest.items,
      hidden: contest.hidden,
      splits,
      open: contest.open,
      admin,
      task: contest.task,
      axes: contest.axes,
      asksExperts: evaluation.judgedOn !== null,
      match,
      matches,
      rules,
      measures: evaluation.measures,
      compared,
      rows: ranked(rows, names, compared[0]!),
      questions: admin ? await questionCounts(tx, releaseId, split) : null,
    }
  })

/** What is scored by two versions of the rules is never shown side by side: the newest there is, which whoever is scored brings all others to. */
function rulesOf(rows: readonly EvaluationRow[], present: number): Board['rules'] {
  const newest = new Map<string, number>()
  for (const { submissionId, rules } of rows) if (submissionId) newest.set(submissionId, Math.max(rules, newest.get(submissionId) ?? 0))
  return { shown: rows.reduce((most, { rules }) => Math.max(most, rules), 0) || present, present, waiting: [...newest.values()].filter((rules) => rules < present).length }
}

/** The measures that contestants are compared in; the first of them that says anything of any system here is what ranks them. */
function rankedFirst(rows: readonly EvaluationRow[], compared: readonly string[]): string[] {
  const says = (name: string) => rows.some(({ kind, scores }) => kind === 'system' && scores.measures[name]?.value != null)
  const first = compared.find(says)
  return first === undefined ? [...compared] : [first, ...compared.filter((name) => name !== first)]
}

function ranked(rows: readonly EvaluationRow[], names: readonly SystemName[], rankedBy: string): BoardRow[] {
  const by = new Map(names.map((name) => [name.submissionId, name]))
  const valueOf = ({ scores }: EvaluationRow) => scores.measures[rankedBy]?.value ?? -1
  const systems = rows.filter(({ kind }) => kind === 'system').toSorted((a, b) => valueOf(b) - valueOf(a) || (a.id < b.id ? -1 : 1))
  const leader = systems[0]
  const shown = (row: EvaluationRow): BoardRow => {
    const name = row.submissionId ? by.get(row.submissionId) : undefined
    const isUnnamed = name?.shownAs === 'letter'
    const { against: _kept, ...scores } = row.scores
    return {
      id: row.id,
      kind: row.kind,
      name: isUnnamed ? null : (name?.system ?? row.pseudonym),
      letter: name?.letter == null ? null : letterOf(name.letter),
      submissionId: isUnnamed ? null : row.submissionId,
      mine: name?.mine ?? false,
      knewLabels: name?.knewLabels ?? false,
      scores,
      toLeader: leader && row.kind === 'system' && row !== leader ? differenceTo(row, leader) : null,
    }
  }
  const readers = rows.filter(({ kind }) => kind === 'reader').toSorted((a, b) => (a.pseudonym! < b.pseudonym! ? -1 : 1))
  return [...systems, ...rows.filter(({ kind }) => kind === 'readers'), ...readers].map(shown)
}

/** The later of two holds the difference; of the earlier it is the same with the other sign. */
function differenceTo(row: EvaluationRow, leader: EvaluationRow): Record<string, Difference> | null {
  const own = row.scores.against[leader.id]
  if (own) return own
  const theirs = leader.scores.against[row.id]
  return theirs ? Object.fromEntries(Object.entries(theirs).map(([measure, difference]) => [measure, negated(difference)])) : null
}

const minus = (value: number | null) => (value === null ? null : value === 0 ? 0 : -value)
const negated = ({ difference, low, high, p }: Difference): Difference => ({ difference: minus(difference), low: minus(high), high: minus(low), p })

/** A … Z, AA, AB … */
export const letterOf = (nth: number): string => (nth < 26 ? '' : letterOf(Math.floor(nth / 26) - 1)) + String.fromCharCode(65 + (nth % 26))
