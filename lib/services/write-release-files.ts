/** Stores every file of a release that is being frozen, each in a transaction of its own: data from its records, documents from its facts, then the manifest over both. */
import type { Viewer } from '@/lib/blinding/viewer'
import { asSystemStoring } from '@/lib/db/as-system-storing'
import { createHash } from 'node:crypto'
import { linksQuery } from '@/lib/db/audit-chain'
import type { Cell } from '@/lib/db/copied-rows'
import { storeFile } from '@/lib/db/release-files'
import type { Frozen, ReleaseRow } from '@/lib/db/releases'
import { auditLinksPath, type ChainHead } from '@/lib/releases/audit-links'
import { checksumsPath, checksumsText } from '@/lib/releases/checksums'
import type { Composition } from '@/lib/releases/composition'
import { manifestFormat, manifestPath, manifestText, type ReleaseFile } from '@/lib/releases/manifest'
import type { Recipe } from '@/lib/releases/recipe'
import type { ReleaseFacts } from '@/lib/releases/release-facts'
import type { Task } from '@/lib/tasks/task'
import type { JobContext } from './job-handler'
import { dataFiles } from './release-data'
import { documentsOf } from './release-documents'

export async function writeReleaseFiles({
  viewer,
  use,
  read,
  job,
  release,
  task,
  recipe,
  facts,
  audit,
  previous,
}: {
  viewer: Viewer
  use: Parameters<typeof asSystemStoring>[0]
  read: (query: string) => AsyncGenerator<Cell[][]>
  job: JobContext
  release: ReleaseRow
  task: Task
  recipe: Recipe
  facts: ReleaseFacts
  /** From which link on to which the release holds the audit chain. */
  audit: ChainHead & { from: ChainHead }
  previous: Composition['previous']
}): Promise<Pick<Frozen, 'manifest' | 'manifestHash'> & { facts: ReleaseFacts }> {
  const store = (file: { path: string; split: ReleaseFile['split']; mediaType: string }, pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) =>
    asSystemStoring(use, async (door) => {
      const measured = await storeFile(door, release.id, file, pieces)
      await job.hold(door)
      return measured
    })
  const splits = facts.splits.map(({ name }) => name)
  const hidden = new Set(facts.splits.flatMap((split) => (split.hidden ? [split.name] : [])))
  let written = 0
  const context = { releaseId: release.id, task, recipe, splits, read }
  const wanted = dataFiles(context).length * facts.leakage.items
  const onRecords = async (records: number) => {
    written += records
    // A release's splits together have each item once, and each format writes them all.
    await job.progress('writing', written, Math.round(wanted / splits.length))
  }
  const files: ReleaseFile[] = []
  for (const { path, split, format, mediaType, pieces } of dataFiles({ ...context, onRecords })) {
    const { bytes, sha256 } = await store({ path, split, mediaType }, pieces())
    files.push({ path, bytes: hidden.has(split) ? null : bytes, sha256, format, split })
  }
  const whole = { ...facts, files }
  const documents: ReleaseFile[] = []
  for (const { path, mediaType, text } of await documentsOf(viewer, release.studyId, task, whole)) {
    const { bytes, sha256 } = await store({ path, split: null, mediaType }, [Buffer.from(text)])
    documents.push({ path, bytes, sha256, format: null, split: null })
  }
  const links = await store({ path: auditLinksPath, split: null, mediaType: 'application/octet-stream' }, linkBytes(read(linksQuery(audit.from.position, audit.position))))
  documents.push({ path: auditLinksPath, bytes: links.bytes, sha256: links.sha256, format: null, split: null })
  const manifest = manifestText({
    format: manifestFormat,
    release: { id: release.id, slug: whole.release.slug, version: whole.release.version, title: whole.release.title },
    study: { slug: whole.study.slug, name: whole.study.name },
    task: task.code,
    protocols: whole.protocols.map(({ number }) => number),
    saltSha256: whole.division.saltSha256,
    salt: whole.division.salt,
    splits: whole.splits,
    files: [...files, ...documents],
    previous: previous && { version: previous.version, manifestSha256: previous.manifestSha256, audit: previous.audit },
    audit,
    blinding: whole.blinding,
    signature: release.signature!,
  })
  const { sha256 } = await store({ path: manifestPath, split: null, mediaType: 'application/json' }, [Buffer.from(manifest)])
  const sums = checksumsText([...files, ...documents, { path: manifestPath, sha256 }])
  await store({ path: checksumsPath, split: null, mediaType: 'text/plain; charset=utf-8' }, [Buffer.from(sums)])
  return { facts: whole, manifest, manifestHash: new Uint8Array(createHash('sha256').update(manifest).digest()) }
}

async function* linkBytes(rows: AsyncGenerator<Cell[][]>): AsyncGenerator<Uint8Array> {
  for await (const batch of rows) yield Buffer.from(batch.map(([link]) => link ?? '').join(''), 'hex')
}
