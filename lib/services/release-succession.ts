/** What a composition changes against the release before it, which version that makes it, and which tombstones stand. */
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { withdrawalReasons } from '@/lib/db/withdrawal-reasons'
import type { ReleasedItem } from '@/lib/releases/change-log'
import { changesBetween, tombstonesAfter } from '@/lib/releases/changes-between'
import type { LeftOut } from '@/lib/releases/choice'
import type { Composition } from '@/lib/releases/composition'
import { bumpDue, nextVersion } from '@/lib/releases/version-due'
import type { EarlierRelease } from './earlier-release'

type Succession = Pick<Composition, 'previous' | 'changes' | 'bump' | 'version' | 'tombstones'>

/** `now`: what is released; not looked at where there was no release before. */
export async function successionOf(
  viewer: Viewer,
  studyId: string,
  earlier: EarlierRelease | null,
  now: readonly ReleasedItem[],
  leftOut: readonly LeftOut[],
): Promise<Succession> {
  if (!earlier) return { previous: null, changes: null, bump: null, version: nextVersion(null, 'major'), tombstones: [] }
  const gone = leftOut.filter(({ id }) => earlier.ids.has(id))
  const withdrawn = gone.filter(({ reason }) => reason === 'withdrawn').map(({ id }) => id)
  const reasons = withdrawn.length ? await asViewer(viewer, (tx) => withdrawalReasons(tx, studyId, withdrawn)) : new Map<string, string>()
  const whyRemoved = new Map(
    gone.map(({ id, reason, note }) => [id, [reason.replaceAll('-', ' '), note ?? reasons.get(id)].filter(Boolean).join(': ')]),
  )
  const changes = changesBetween({ version: earlier.version, items: earlier.released }, now, whyRemoved)
  const bump = bumpDue(changes)
  return {
    previous: { id: earlier.id, version: earlier.version, manifestSha256: earlier.manifestSha256, audit: earlier.audit },
    changes,
    bump,
    version: nextVersion(earlier.version, bump),
    tombstones: tombstonesAfter(earlier.tombstones, changes).map((stone) => ({ ...stone, ...earlier.whereabouts.get(stone.id)! })),
  }
}
