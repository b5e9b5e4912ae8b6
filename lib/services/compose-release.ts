/**
 * Works out what a release would hold, without writing anything: chosen items, near-duplicates, the division, what changed
 * since the release before. Texts pass by and are not kept; those of items that an earlier version had and this one has not are
 * looked at too, so that nothing new is a twin of them in another split. Given the same verdicts, recipe and salt it says the same.
 */
import type { Viewer } from '@/lib/blinding/viewer'
import type { Cell } from '@/lib/db/copied-rows'
import { candidateQuery, candidateReader, type RecordParts } from '@/lib/db/release-candidates'
import { valuesOf, type Candidate } from '@/lib/releases/candidate'
import type { ReleasedItem } from '@/lib/releases/change-log'
import { straddling } from '@/lib/releases/choice'
import { chooseItems } from '@/lib/releases/choose-items'
import { clusterNames } from '@/lib/releases/cluster-names'
import type { Composition } from '@/lib/releases/composition'
import { joinedConflicts } from '@/lib/releases/joined-conflicts'
import type { Recipe } from '@/lib/releases/recipe'
import type { ClusterConflict } from '@/lib/releases/split-rule'
import type { Task } from '@/lib/tasks/task'
import { divideItems, type Dividing } from './divide-items'
import { earlierRelease } from './earlier-release'
import { gotRightBy } from './got-right-by'
import { recordPrints } from './record-prints'
import { successionOf } from './release-succession'

export type ComposedStudy = { id: string; settings: unknown }
export type Composing = {
  study: ComposedStudy
  task: Task
  recipe: Recipe
  salt: string
  previousId: string | null
  /** Of each of the study's protocols, by its number, as the task's schema gives them. */
  forms: ReadonlyMap<number, unknown>
  /** The rows of a query, through the door that the composition is made through. */
  read: (query: string) => AsyncGenerator<Cell[][]>
  /** Given each chosen item's record as it passes by; where something straddles, not of what is released alone. */
  onRecord?: (parts: RecordParts) => void
  onProgress?: Dividing['report']
}

export async function composeRelease(viewer: Viewer, composing: Composing): Promise<Composition> {
  const { study, task, recipe, salt, forms, read, onRecord } = composing
  const report = composing.onProgress ?? (async () => {})
  const earlier = composing.previousId ? await earlierRelease(viewer, task, read, composing.previousId) : null
  const candidates = await candidatesOf(composing)
  const gotRight = recipe.hard ? await gotRightBy(viewer, study.id, task, recipe.hard, candidates) : []
  const known = { salt, earlier: earlier?.ids ?? new Set<string>(), gotRight }
  const prints = new Map<string, Prints>()
  const dividing = { viewer, studyId: study.id, recipe, salt, earlier: earlier?.items ?? [], read, report, withReadings: onRecord !== undefined }
  // What is drawn to balance classes has to enter. So all that could be drawn is looked at first, where there are splits to straddle.
  let apart: ClusterConflict[] = []
  const { balance } = recipe
  if (balance && new Set(earlier?.items.map(({ split }) => split)).size > 1) {
    const { kept } = chooseItems(candidates, { ...recipe, balance: null }, { ...known, straddling: new Set() })
    const drawable = kept.filter((item) => (balance.shares[valuesOf(item, balance.field)[0] ?? ''] ?? 0) > 0)
    apart = tied((await divideItems(dividing, drawable)).division.conflicts)
  }
  const look = async () => {
    const choice = chooseItems(candidates, recipe, { ...known, straddling: new Set(apart.flatMap(({ added }) => added)) })
    const pass = (id: string, parts: RecordParts) => {
      if (earlier) prints.set(id, printsOf(task, parts, forms))
      onRecord?.(parts)
    }
    return { choice, ...(await divideItems(dividing, choice.kept, pass)) }
  }
  let looked = await look()
  // Not every pair is found at once (`recall`): what straddles after all is drawn no more.
  const drawnInVain = () => (balance ? tied(looked.division.conflicts) : [])
  while (drawnInVain().length > 0) {
    apart = joinedConflicts(apart, drawnInVain())
    looked = await look()
  }
  const { choice, gone, nearDuplicates } = looked
  const division = { ...looked.division, conflicts: joinedConflicts(apart, looked.division.conflicts) }
  const kept = choice.kept.filter(({ id }) => division.splitOf.has(id))
  const leftOut = [...choice.leftOut, ...straddling(looked.division.conflicts)]
  const now = (): ReleasedItem[] =>
    kept.map(({ id }) => ({ id, split: division.splitOf.get(id)!, ...prints.get(id)! }))
  return {
    forms,
    kept,
    leftOut,
    division,
    clusterOf: clusterNames([...kept, ...gone], nearDuplicates.pairs),
    nearDuplicates,
    gone: new Map(gone.map(({ id, split }) => [id, split])),
    ...(await successionOf(viewer, study.id, earlier, { now: earlier ? now() : [], leftOut, hidden: recipe.hidden })),
  }
}

async function candidatesOf({ study, task, read }: Composing): Promise<Candidate[]> {
  const toCandidate = candidateReader((answer, content) => task.labels(answer, { content, settings: study.settings }))
  const candidates: Candidate[] = []
  for await (const rows of read(candidateQuery(study.id, task.labelsFrom))) for (const row of rows) candidates.push(toCandidate(row))
  return candidates
}

/** Those that keep something out. */
const tied = (conflicts: readonly ClusterConflict[]) => conflicts.filter(({ added }) => added.length > 0)

type Prints = Pick<ReleasedItem, 'text' | 'verdict' | 'record' | 'reason'>

function printsOf(task: Task, { item, content, verdict, answer }: RecordParts, forms: Composition['forms']): Prints {
  const record = task.verdictRecord(item, content, verdict, answer, forms.get(verdict.protocol))
  return { ...recordPrints(task, record), reason: verdict.version > 1 ? verdict.rationale : null }
}
