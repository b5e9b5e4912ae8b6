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
  /** Of a verdict: it is what its item is closed with. */
  inForce?: boolean
  /** One of the item's readings can still be taken back. */
  withinGrace?: boolean
  published?: boolean
  /** Of a release: frozen, for everybody who has an account, and of which kind the split is that the row is about, if of one. */
  frozen?: boolean
  openToAll?: boolean
  split?: 'open' | 'hidden' | undefined
  /** The viewer was granted that split by name. */
  granted?: boolean
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
const closed: Claim = (_, { stage }) => stage === 'closed'
const unsealed: Claim = (_, { unsealedByViewer }) => unsealedByViewer === true
const verdictsShown: Claim = (_, { studyShowsVerdicts }) => studyShowsVerdicts === true
const inForce: Claim = (_, row) => row.inForce === true
const graceOver: Claim = (_, { withinGrace }) => withinGrace === false
const published: Claim = (_, row) => row.published === true
const owner: Claim = (viewer) => viewer.owner
const frozen: Claim = (_, row) => row.frozen === true
const openToAll: Claim = (_, row) => row.openToAll === true
const ofNoSplit: Claim = (_, { split }) => split === undefined
const ofOpenSplit: Claim = (_, { split }) => split === 'open'
const granted: Claim = (_, row) => row.granted === true

/** A reader's item until nobody can take a reading back, an adjudicator's while it is at the bench: of it they are no admin. */
const judgesNot: Claim = (_, { part, stage, withinGrace }) =>
  !(
    (part === 'reader' && (stage === 'reading' || stage === 'adjudicating' || (stage === 'closed' && withinGrace !== false))) ||
    (part === 'adjudicator' && stage === 'adjudicating')
  )

/** An admin sees who said what once the item is closed for good, or after a reasoned unsealing of their own. */
const bared: Claim[][] = [
  [as('admin'), closed, graceOver],
  [as('admin'), unsealed],
]
/** A release is its admins' alone until it is frozen; then it is known to researchers, or to everybody who has an account. */
const known: Claim[][] = [
  [as('researcher'), frozen],
  [openToAll, frozen],
]
/** Labels of a split are for whoever may know the release and, where it is hidden, was granted it. */
const labelled = known.flatMap((clause) => [
  [...clause, ofOpenSplit],
  [...clause, granted],
])
const ownOrAdmins: Claim[][] = [[own], [as('admin')]]

export const sight = {
  study: [[member], [owner]],
  protocol: [[as('admin')], [member, published]],
  item: [[as('admin')], [reads], [settles]],
  seal: bared,
  seal_version: bared,
  hand: [[own], ...bared],
  seat: [[own, reads], ...bared],
  /** Whoever settles is told what readings say, by letter, and sees none of their rows: these tell who came first. */
  judgment: [[own, reads], ...bared],
  draft: [[own]],
  decline: [[as('admin'), judgesNot]],
  adjudication: [[own], ...bared],
  verdict: [[as('admin'), judgesNot], [settles], [reads, closed, verdictsShown, graceOver, inForce]],
  repeat_reading: [[own, reads], ...bared],
  rubric_version: [[as('admin')]],
  release: [[as('admin')], ...known],
  release_item: [[as('admin')], ...labelled],
  release_file: [[as('admin')], ...known.map((clause) => [...clause, ofNoSplit]), ...labelled],
  release_chunk: [[as('admin')], ...known.map((clause) => [...clause, ofNoSplit]), ...labelled],
  split_grant: ownOrAdmins,
  download: ownOrAdmins,
  submission: ownOrAdmins,
  prediction: ownOrAdmins,
  /** A place on the board, which tells no label. */
  evaluation: [[as('admin')], ...known],
  /** What the error browser shows: right or wrong, item by item. */
  evaluation_outcome: [[as('admin')], ...labelled],
  span_question: [[own]],
  access_token: [[own]],
  idempotency_key: [[own]],
  job: ownOrAdmins,
} as const satisfies Record<string, readonly (readonly Claim[])[]>

export type Noun = keyof typeof sight

/** Whether the viewer sees a row of which these facts are true. */
export function canSee(viewer: Viewer, noun: Noun, row: Facts): boolean {
  return sight[noun].some((clause: readonly Claim[]) => clause.every((claim) => claim(viewer, row)))
}
