/**
 * A frozen release as whoever may know of it sees it: its facts, and of its files those they may have. A hidden split is named
 * with its number of items, as the card does; its files are not.
 */
import type { z } from 'zod'
import { holdsRole, type Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { splitsBeingJudged } from '@/lib/db/downloads'
import { chunkBytes, chunksOf, filesOf, type StoredFile } from '@/lib/db/release-files'
import { manifestOf, releaseById, releaseHeads } from '@/lib/db/releases'
import { Refusal } from '@/lib/errors'
import { cardPath } from '@/lib/releases/dataset-card'
import type { Manifest, SignedBy } from '@/lib/releases/manifest'
import type { ReleaseFacts } from '@/lib/releases/release-facts'
import type { SplitName } from '@/lib/releases/split-rule'
import { taskOf } from '@/lib/tasks/registry'
import type { releaseInput } from './release-fields'

export type ReleaseShown = {
  id: string
  version: string
  title: string
  public: boolean
  frozenAt: Date
  signature: { name: string; meaning: string; at: string; composition: string; by?: SignedBy }
  facts: ReleaseFacts
  /** The card's Markdown as it was frozen, without the head that is for loaders. */
  card: string
  files: Omit<StoredFile, 'id' | 'crc32'>[]
  /** Splits whose labels this viewer may have. */
  open: SplitName[]
  /** Those of them that are kept back while the viewer has an item of theirs to judge. */
  judged: SplitName[]
  manifestSha256: string
  /** Its manifest is from before hidden files were committed to, and names them by hashes that guessed labels can be tried out on. */
  tellsHiddenHashes: boolean
  /** Of the same study, newest first; this one among them. */
  versions: { id: string; version: string; frozenAt: Date }[]
  isAdmin: boolean
  /** Whether systems are scored on verdicts of its task. */
  scored: boolean
}

export async function readRelease(viewer: Viewer, { releaseId }: z.output<typeof releaseInput>): Promise<ReleaseShown> {
  const { readme, ...shown } = await asViewer(viewer, async (tx) => {
    const release = await releaseById(tx, releaseId)
    const manifest = await manifestOf(tx, releaseId)
    if (release?.state !== 'frozen' || !manifest || !release.frozenAt || !release.signature || !release.version)
      throw new Refusal('not-found', 'not-found')
    const facts = withoutHiddenHashes(release.facts as ReleaseFacts)
    const files = await filesOf(tx, releaseId)
    const judged = await splitsBeingJudged(tx, { releaseId, personId: viewer.personId })
    const heads = await releaseHeads(tx, release.studyId)
    const hidden = new Set(facts.splits.flatMap((split) => (split.hidden ? [split.name] : [])))
    const named = (JSON.parse(manifest.manifest) as Manifest).files
    return {
      id: release.id,
      version: release.version,
      title: release.title,
      public: release.public,
      frozenAt: release.frozenAt,
      signature: release.signature,
      facts,
      readme: files.find(({ path }) => path === cardPath),
      files: files.map(({ path, split, mediaType, bytes, sha256 }) => ({ path, split, mediaType, bytes, sha256 })),
      open: [...new Set(files.flatMap(({ split }) => split ?? []))],
      judged,
      manifestSha256: manifest.sha256,
      tellsHiddenHashes: named.some(({ split, sha256 }) => split !== null && hidden.has(split) && sha256 !== null),
      versions: heads.flatMap(({ id, version, frozenAt }) => (version && frozenAt ? [{ id, version, frozenAt }] : [])),
      isAdmin: holdsRole(viewer, release.studyId, 'admin'),
      scored: taskOf(facts.study.task).evaluation !== null,
    }
  })
  const pieces = readme ? await chunksOf(viewer, readme.id, 0, Math.ceil(readme.bytes / chunkBytes)) : []
  return { ...shown, card: Buffer.concat(pieces).toString().replace(/^---\n[^]*?\n---\n/, '') }
}

/** Of releases from before hidden files were committed to: those who may have the files find their hashes in the list of files. */
const withoutHiddenHashes = ({ files, splits, ...facts }: ReleaseFacts): ReleaseFacts => {
  const hidden = new Set(splits.flatMap((split) => (split.hidden ? [split.name] : [])))
  return { ...facts, splits, files: files.map((file) => (file.split && hidden.has(file.split) ? { ...file, sha256: null } : file)) }
}
