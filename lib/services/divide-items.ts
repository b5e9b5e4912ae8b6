/**
 * Looks at the texts of items, near-duplicates among them and of what earlier versions held, and divides the items into splits. Texts pass by
 * and are not kept.
 */
import { setImmediate as turn } from 'node:timers/promises'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import type { Cell } from '@/lib/db/copied-rows'
import { recordId, recordParts, recordQuery, type RecordParts } from '@/lib/db/release-candidates'
import { textsOfItems } from '@/lib/db/release-texts'
import { valuesOf, type Candidate } from '@/lib/releases/candidate'
import type { NearDuplicates } from '@/lib/releases/near-duplicate-pair'
import { findNearDuplicates, type ComparedText } from '@/lib/releases/near-duplicates'
import type { Recipe } from '@/lib/releases/recipe'
import { assignSplits } from '@/lib/releases/split'
import type { EarlierItem, SplitResult } from '@/lib/releases/split-rule'

/** How near-duplicates are looked for; the threshold is the recipe's. */
export const shingling = { shingleLength: 5, seed: 1 } as const
/** Texts of items that are gone that are asked for together. */
const goneAtOnce = 500

export type Dividing = {
  viewer: Viewer
  studyId: string
  recipe: Recipe
  salt: string
  /** What earlier versions ever held. */
  earlier: readonly EarlierItem[]
  read: (query: string) => AsyncGenerator<Cell[][]>
  report: (phase: 'gathering' | 'matching' | 'splitting', done: number, total: number) => Promise<void>
  /** Whether records pass by with their readings. */
  withReadings: boolean
}
/** `gone`: what earlier versions held and these items are not. */
type Divided = { gone: EarlierItem[]; nearDuplicates: NearDuplicates; division: SplitResult }

/** `pass` is given each item's record. */
export async function divideItems(
  { viewer, studyId, recipe, salt, earlier, read, report, withReadings }: Dividing,
  items: readonly Candidate[],
  pass: (id: string, parts: RecordParts) => void = () => {},
): Promise<Divided> {
  const chosen = new Set(items.map(({ id }) => id))
  const gone = earlier.filter(({ id }) => !chosen.has(id))
  const textsOf = (ids: readonly string[]) => asViewer(viewer, (tx) => textsOfItems(tx, studyId, ids))
  async function* texts(): AsyncGenerator<ComparedText> {
    let done = 0
    for await (const rows of read(recordQuery(studyId, null, { withReadings }))) {
      for (const row of rows) {
        const id = recordId(row)
        if (!chosen.has(id)) continue
        const parts = recordParts(row)
        pass(id, parts)
        done += 1
        yield { id, text: (parts.content as { text: string }).text }
      }
      await report('gathering', done, items.length)
    }
    for (let at = 0; at < gone.length; at += goneAtOnce) {
      const piece = gone.slice(at, at + goneAtOnce)
      const given = await textsOf(piece.map(({ id }) => id))
      for (const { id, split } of piece) yield { id, text: given.get(id)!, gone: split }
    }
  }
  // Other requests, other jobs of the worker and their leases go on between probes.
  const onProbe = async (done: number, of: number) => {
    await turn()
    await report('matching', done, of)
  }
  const nearDuplicates = await findNearDuplicates(texts(), textsOf, { ...recipe.nearDuplicates, ...shingling }, onProbe)
  await report('splitting', 0, items.length)
  const division = assignSplits(
    items.map((item) => ({ id: item.id, group: item.group, strata: strataOf(item, recipe.strata) })),
    { salt, ratios: recipe.ratios, stratifyBy: recipe.strata },
    { pairs: nearDuplicates.pairs, earlier },
  )
  return { gone, nearDuplicates, division }
}

const strataOf = (item: Candidate, fields: readonly string[]): Record<string, readonly string[] | null> =>
  Object.fromEntries(fields.map((field) => [field, valuesOf(item, field)]))
