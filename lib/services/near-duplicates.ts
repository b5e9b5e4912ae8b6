/** The pairs of texts that a draft's preview found to be nearly the same, side by side; and a person's word that one is not. */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { recordEvent } from '@/lib/db/audit-events'
import { textsOfItems } from '@/lib/db/release-texts'
import { keepRecipe } from '@/lib/db/releases'
import { Refusal } from '@/lib/errors'
import { keyOfPair } from '@/lib/releases/key-of-pair'
import { recipeSchema } from '@/lib/releases/recipe'
import type { GonePair, PlacedPair } from '@/lib/releases/leakage-report'
import type { ReleaseFacts } from '@/lib/releases/release-facts'
import { admitComposer, refuseUnlessDraft } from './admit-composer'

const pageSize = 20
export const nearDuplicatesInput = z.object({ releaseId: z.uuid(), page: z.coerce.number().int().min(1).max(100_000).default(1) })

export type PairShown = { a: string; b: string; similarity: number | null; splits: [string, string]; texts: [string, string]; isDuplicate: boolean }
export type PairPage = { title: string; pairs: PairShown[]; total: number; page: number; pages: number; threshold: number; isPreviewed: boolean; isDraft: boolean }

/** Dismissed ones that the recipe remembers come last. */
export async function listNearDuplicates(viewer: Viewer, { releaseId, page }: z.output<typeof nearDuplicatesInput>): Promise<PairPage> {
  return asViewer(viewer, async (tx) => {
    const { release, study } = await admitComposer(tx, viewer, releaseId)
    const facts = release.facts as ReleaseFacts | null
    const { nearDuplicates } = recipeSchema.parse(release.recipe)
    const { nearDuplicates: found, gone } = facts?.leakage ?? {}
    const standing = [...(found?.pairs ?? []), ...(gone?.pairs ?? []).map(asPlaced), ...(found?.dismissed ?? []), ...(gone?.dismissed ?? []).map(asPlaced)]
    const keysOf = (pairs: readonly Pair[]) => new Set(pairs.map(({ a, b }) => keyOfPair(a, b)))
    const [known, dismissed] = [keysOf(standing), keysOf(nearDuplicates.notDuplicates)]
    const all = [
      ...standing.map((pair) => ({ ...pair, isDuplicate: !dismissed.has(keyOfPair(pair.a, pair.b)) })),
      ...nearDuplicates.notDuplicates
        .filter(({ a, b }) => !known.has(keyOfPair(a, b)))
        .map((pair) => ({ ...pair, similarity: null, splits: ['', ''] as [string, string], isDuplicate: false })),
    ]
    const shown = all.slice((page - 1) * pageSize, page * pageSize)
    const texts = await textsOfItems(tx, study.id, shown.flatMap(({ a, b }) => [a, b]))
    return {
      title: release.title,
      pairs: shown.map((pair) => ({ ...pair, texts: [texts.get(pair.a) ?? '', texts.get(pair.b) ?? ''] })),
      total: all.length,
      page,
      pages: Math.max(1, Math.ceil(all.length / pageSize)),
      threshold: nearDuplicates.threshold,
      isPreviewed: facts !== null,
      isDraft: release.state === 'draft',
    }
  })
}

const asPlaced = ({ id, split, gone, goneFrom, similarity }: GonePair): PlacedPair => ({ a: id, b: gone, similarity, splits: [split, goneFrom] })

export const judgePairInput = z.object({ releaseId: z.uuid(), a: z.string().max(500), b: z.string().max(500), isDuplicate: z.boolean() })

/** Kept in the recipe, and with it in every later version; the preview stands until it is worked out anew. */
export async function judgePair(viewer: Viewer, { releaseId, a, b, isDuplicate }: z.output<typeof judgePairInput>): Promise<void> {
  await asViewer(viewer, async (tx) => {
    const { release, study } = await admitComposer(tx, viewer, releaseId)
    refuseUnlessDraft(release)
    const recipe = recipeSchema.parse(release.recipe)
    const others = recipe.nearDuplicates.notDuplicates.filter((pair) => keyOfPair(pair.a, pair.b) !== keyOfPair(a, b))
    const notDuplicates = isDuplicate ? others : [...others, { a, b }]
    const changed = recipeSchema.parse({ ...recipe, nearDuplicates: { ...recipe.nearDuplicates, notDuplicates } })
    if (!(await keepRecipe(tx, releaseId, changed))) throw new Refusal('conflict', 'release-at-work')
    await recordEvent(tx, {
      kind: 'release-changed',
      actor: viewer.personId,
      studyId: study.id,
      itemId: null,
      detail: { release: releaseId, pair: [a, b], isDuplicate },
    })
  })
}

type Pair = { a: string; b: string }
