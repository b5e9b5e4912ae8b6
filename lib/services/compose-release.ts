/**
 * Works out what a release would hold, without writing anything: chosen items, near-duplicates, the division, what changed
 * since the release before. Texts pass by and are not kept; those of items that an earlier version had and this one has not are
 * looked at too, so that nothing new is a twin of them in another split. Given the same verdicts, recipe and salt it says the same.
 */
import { setImmediate as turn } from 'node:timers/promises'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import type { Cell } from '@/lib/db/copied-rows'
import { textsOfItems } from '@/lib/db/release-texts'
import { candidateQuery, candidateReader, recordId, recordParts, recordQuery, type RecordParts } from '@/lib/db/release-candidates'
import { valuesOf, type Candidate } from '@/lib/releases/candidate'
import type { ReleasedItem } from '@/lib/releases/change-log'
import { straddling } from '@/lib/releases/choice'
import { chooseItems } from '@/lib/releases/choose-items'
import { clusterNames } from '@/lib/releases/cluster-names'
import type { Composition } from '@/lib/releases/composition'
import { findNearDuplicates, type ComparedText } from '@/lib/releases/near-duplicates'
import type { Recipe } from '@/lib/releases/recipe'
import { assignSplits } from '@/lib/releases/split'
import type { Task } from '@/lib/tasks/task'
import { earlierRelease } from './earlier-release'
import { gotRightBy } from './got-right-by'
import { recordPrints } from './record-prints'
import { successionOf } from './release-succession'

/** How near-duplicates are looked for; the threshold is the recipe's. */
export const shingling = { shingleLength: 5, seed: 1 } as const
/** Texts of items that are gone that are asked for together. */
const goneAtOnce = 500

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
  /** Given each chosen item's record as it passes by. */
  onRecord?: (parts: RecordParts) => void
  onProgress?: (phase: 'gathering' | 'matching' | 'splitting', done: number, total: number) => Promise<void>
}

export async function composeRelease(viewer: Viewer, composing: Composing): Promise<Composition> {
  const { study, task, recipe, salt, forms, read, onRecord } = composing
  const report = composing.onProgress ?? (async () => {})
  const earlier = composing.previousId ? await earlierRelease(viewer, task, read, composing.previousId) : null
  const candidates = await candidatesOf(composing)
  const gotRight = recipe.hard ? await gotRightBy(viewer, study.id, task, recipe.hard, candidates) : []
  const choice = chooseItems(candidates, recipe, { salt, earlier: earlier?.ids ?? new Set(), gotRight })

  const chosen = new Map(choice.kept.map((candidate) => [candidate.id, candidate]))
  const gone = (earlier?.items ?? []).filter(({ id }) => !chosen.has(id))
  const prints = new Map<string, Prints>()
  async function* texts(): AsyncGenerator<ComparedText> {
    let done = 0
    for await (const rows of read(recordQuery(study.id, null, { withReadings: onRecord !== undefined }))) {
      for (const row of rows) {
        const candidate = chosen.get(recordId(row))
        if (!candidate) continue
        const parts = recordParts(row)
        if (earlier) prints.set(candidate.id, printsOf(task, parts, forms))
        onRecord?.(parts)
        done += 1
        yield { id: candidate.id, text: (parts.content as { text: string }).text }
      }
      await report('gathering', done, choice.kept.length)
    }
    for (let at = 0; at < gone.length; at += goneAtOnce) {
      const piece = gone.slice(at, at + goneAtOnce)
      const given = await textsOf(piece.map(({ id }) => id))
      for (const { id, split } of piece) yield { id, text: given.get(id)!, gone: split }
    }
  }
  const textsOf = (ids: readonly string[]) => asViewer(viewer, (tx) => textsOfItems(tx, study.id, ids))
  // Other requests, other jobs of the worker and their leases go on between probes.
  const onProbe = async (done: number, of: number) => {
    await turn()
    await report('matching', done, of)
  }
  const nearDuplicates = await findNearDuplicates(texts(), textsOf, { ...recipe.nearDuplicates, ...shingling }, onProbe)

  await report('splitting', 0, choice.kept.length)
  const division = assignSplits(
    choice.kept.map((item) => ({ id: item.id, group: item.group, strata: strataOf(item, recipe.strata) })),
    { salt, ratios: recipe.ratios, stratifyBy: recipe.strata },
    { pairs: nearDuplicates.pairs, earlier: earlier?.items ?? [] },
  )
  const kept = choice.kept.filter(({ id }) => division.splitOf.has(id))
  const leftOut = [...choice.leftOut, ...straddling(division.conflicts)]
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

type Prints = Pick<ReleasedItem, 'text' | 'verdict' | 'record' | 'reason'>

function printsOf(task: Task, { item, content, verdict, answer }: RecordParts, forms: Composition['forms']): Prints {
  const record = task.verdictRecord(item, content, verdict, answer, forms.get(verdict.protocol))
  return { ...recordPrints(task, record), reason: verdict.version > 1 ? verdict.rationale : null }
}

const strataOf = (item: Candidate, fields: readonly string[]): Record<string, readonly string[] | null> =>
  Object.fromEntries(fields.map((field) => [field, valuesOf(item, field)]))
