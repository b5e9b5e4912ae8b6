/** What a composition changes against the release before it, which version that makes it, and which tombstones stand. */
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { reopeningReasons } from '@/lib/db/reopening-reasons'
import { withdrawalReasons } from '@/lib/db/withdrawal-reasons'
import type { ChangeLog, ReleasedItem } from '@/lib/releases/change-log'
import { changesBetween, tombstonesAfter } from '@/lib/releases/changes-between'
import { mayTellWhy, type LeftOut } from '@/lib/releases/choice'
import type { Composition } from '@/lib/releases/composition'
import type { SplitName } from '@/lib/releases/split-rule'
import { bumpDue, nextVersion } from '@/lib/releases/version-due'
import type { EarlierRelease } from './earlier-release'

type Succession = Pick<Composition, 'previous' | 'changes' | 'bump' | 'version' | 'tombstones' | 'goneFromHidden'>

/**
 * `now`: what is released; not looked at where there was no release before. `hidden`: what is hidden from now on. Of an item in a
 * split that is hidden in either version no reason is told that may tell its label: of its going only a withdrawal's.
 */
export async function successionOf(
  viewer: Viewer,
  studyId: string,
  earlier: EarlierRelease | null,
  { now, leftOut, hidden }: { now: readonly ReleasedItem[]; leftOut: readonly LeftOut[]; hidden: readonly SplitName[] },
): Promise<Succession> {
  if (!earlier) return { previous: null, changes: null, bump: null, version: nextVersion(null, 'major'), tombstones: [], goneFromHidden: new Set() }
  const isHidden = (split: SplitName) => hidden.includes(split) || earlier.hidden.includes(split)
  const gone = leftOut.filter(({ id }) => earlier.ids.has(id))
  const why = await whyGone(viewer, studyId, gone)
  const goneFromHidden = new Set(leftOut.flatMap(({ id }) => {
    const was = earlier.whereabouts.get(id)
    return was && isHidden(was.split) ? [id] : []
  }))
  const told = new Map(gone.map((each) => [each.id, mayTellWhy(each, goneFromHidden) ? why.get(each.id)! : 'no longer chosen']))
  const changes = changesBetween({ version: earlier.version, items: earlier.released }, now, told)
  const bump = bumpDue(changes)
  return {
    previous: { id: earlier.id, version: earlier.version, manifestSha256: earlier.manifestSha256, audit: earlier.audit },
    changes: await withReasons(viewer, studyId, changes, isHidden),
    bump,
    version: nextVersion(earlier.version, bump),
    tombstones: tombstonesAfter(earlier.tombstones, changes).map((stone) => {
      const { itemId, cluster, withdrawn } = earlier.whereabouts.get(stone.id)!
      return { ...stone, itemId, cluster, kept: withdrawn ?? `${why.get(stone.id) ?? stone.reason} (last in ${stone.lastVersion})` }
    }),
    goneFromHidden,
  }
}

/** The rule that left each item out, and what a person said of it. */
async function whyGone(viewer: Viewer, studyId: string, gone: readonly LeftOut[]): Promise<Map<string, string>> {
  const withdrawn = gone.filter(({ reason }) => reason === 'withdrawn').map(({ id }) => id)
  const reasons = withdrawn.length ? await asViewer(viewer, (tx) => withdrawalReasons(tx, studyId, withdrawn)) : new Map<string, string>()
  return new Map(gone.map(({ id, reason, note }) => [id, [reason.replaceAll('-', ' '), note ?? reasons.get(id)].filter(Boolean).join(': ')]))
}

/** A verdict by consensus has no rationale of its own: it is another because the item was read again, and for that there was a reason. */
async function withReasons(viewer: Viewer, studyId: string, changes: ChangeLog, isHidden: (split: SplitName) => boolean): Promise<ChangeLog> {
  const bare = changes.verdicts.flatMap(({ id, split, reason }) => (reason === null && !isHidden(split) ? [id] : []))
  const reasons = bare.length ? await asViewer(viewer, (tx) => reopeningReasons(tx, studyId, bare)) : new Map<string, string>()
  const reasonOf = (id: string) => (reasons.has(id) ? `read again: ${reasons.get(id)}` : null)
  return { ...changes, verdicts: changes.verdicts.map(({ id, split, reason }) => ({ id, split, reason: isHidden(split) ? null : (reason ?? reasonOf(id)) })) }
}
