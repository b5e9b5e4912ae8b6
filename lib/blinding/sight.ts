/**
 * Who may see what: THE policy, as data. Each noun has its clauses; a row is seen when one clause holds, a clause when all
 * its claims do. No clause, no sight. The database holds the same policy as row security (migrations/*_walls), where it
 * binds every query; a property test draws random worlds and shows that the two never differ.
 */
import type { Stage } from '@/lib/workflow/stage'
import type { Role, Viewer } from './viewer'

/** What the policy knows of a row. A claim about a fact that the row does not have is false. */
export type Facts = {
  studyId: string
  stage?: Stage
  /** The viewer's part in the item that is not ended. */
  part?: 'reader' | 'adjudicator' | 'unsealer' | undefined
  /** The person the row is about or belongs to. */
  personId?: string | null
  unsealedByViewer?: boolean
  studyShowsVerdicts?: boolean
  published?: boolean
}

type Claim = (viewer: Viewer, row: Facts) => boolean

const as =
  (role: Role): Claim =>
  (viewer, { studyId }) =>
    viewer.roles[studyId]?.includes(role) ?? false
const member: Claim = (viewer, { studyId }) => (viewer.roles[studyId]?.length ?? 0) > 0
const own: Claim = (viewer, { personId }) => personId === viewer.personId
const reads: Claim = (_, { part }) => part === 'reader'
const settles: Claim = (_, { part }) => part === 'adjudicator'
/** Back with its readers, an item is blind again, also for whoever settled it before. */
const atTheBench: Claim = (_, { stage }) => stage === 'adjudicating' || stage === 'closed'
const closed: Claim = (_, { stage }) => stage === 'closed'
const unsealed: Claim = (_, { unsealedByViewer }) => unsealedByViewer === true
const verdictsShown: Claim = (_, { studyShowsVerdicts }) => studyShowsVerdicts === true
const published: Claim = (_, row) => row.published === true
const owner: Claim = (viewer) => viewer.owner

/** An admin sees who said what once the item is closed, or after a reasoned unsealing of their own. */
const bared: Claim[][] = [
  [as('admin'), closed],
  [as('admin'), unsealed],
]

export const sight = {
  study: [[member], [owner]],
  protocol: [[as('admin')], [member, published]],
  item: [[as('admin')], [reads], [settles]],
  seal: bared,
  hand: [[own], ...bared],
  seat: [[own, reads], ...bared],
  judgment: [[own, reads], [settles, atTheBench], ...bared],
  draft: [[own]],
  decline: [[as('admin')]],
  adjudication: [[own], ...bared],
  verdict: [[as('admin')], [settles], [reads, closed, verdictsShown]],
} as const satisfies Record<string, readonly (readonly Claim[])[]>

export type Noun = keyof typeof sight

/** Whether the viewer sees a row of which these facts are true. */
export function canSee(viewer: Viewer, noun: Noun, row: Facts): boolean {
  return sight[noun].some((clause: readonly Claim[]) => clause.every((claim) => claim(viewer, row)))
}
