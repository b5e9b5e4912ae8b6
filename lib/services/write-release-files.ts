/** Stores every file of a release that is being frozen, each in a transaction of its own: data from its records, documents from its facts, then the manifest over both. */
import type { Viewer } from '@/lib/blinding/viewer'
import { asSystemStoring } from '@/lib/db/as-system-storing'
import { createHash, randomBytes } from 'node:crypto'
import { linksQuery } from '@/lib/db/audit-chain'
import type { Cell } from '@/lib/db/copied-rows'
import { storeFile, type Measured } from '@/lib/db/release-files'
import type { Frozen, ReleaseRow } from '@/lib/db/releases'
import { auditLinksPath, type ChainHead } from '@/lib/releases/audit-links'
import { checksumsPath, checksumsText } from '@/lib/releases/checksums'
import { commitmentTo, keyBytes, keyPath, keyText } from '@/lib/releases/commitment'
import type { Composition } from '@/lib/releases/composition'
import { LeftBehind } from '@/lib/releases/left-behind'
import { manifestFormat, manifestPath, manifestText, type ReleaseFile } from '@/lib/releases/manifest'
import type { Recipe } from '@/lib/releases/recipe'
import type { ReleaseFacts } from '@/lib/releases/release-facts'
import type { Task } from '@/lib/tasks/task'
import type { JobContext } from './job-handler'
import { dataFiles, type DataContext } from './release-data'
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
  const keys = new Map(facts.splits.flatMap(({ name, hidden }) => (hidden ? [[name, randomBytes(keyBytes).toString('hex')] as const] : [])))
  let written = 0
  const context = { releaseId: release.id, task, recipe, splits, read }
  const wanted = dataFiles(context).length * facts.leakage.items
  const onRecords = async (records: number) => {
    written += records
    // A release's splits together have each item once, and each format writes them all.
    await job.progress('writing', written, Math.round(wanted / splits.length))
  }
  const behind = new LeftBehind()
  // What a record of a hidden split loses tells of its label: that an error has more than one place, that a correction is none.
  const onLoss: DataContext['onLoss'] = ({ format, split }, fields) => void (keys.has(split) || behind.add(format, fields))
  const files: ReleaseFile[] = []
  for (const { path, split, format, mediaType, pieces } of dataFiles({ ...context, onRecords, onLoss })) {
    const stored = await store({ path, split, mediaType }, pieces())
    files.push({ path, format, split, ...(await namedBy(stored, keys.get(split))) })
  }
  const keyFiles: ReleaseFile[] = []
  for (const [split, key] of keys) {
    const path = keyPath(split)
    const stored = await store({ path, split, mediaType: 'application/json' }, [Buffer.from(keyText(split, key))])
    keyFiles.push({ path, format: null, split, ...(await namedBy(stored, key)) })
  }
  const isTold = splits.some((name) => !keys.has(name))
  const tells = new Set(task.formats.flatMap(({ code, tellsLosses }) => (isTold && tellsLosses ? [code] : [])))
  const whole = { ...facts, files, formats: facts.formats.map((format) => (tells.has(format.code) ? { ...format, lost: behind.in(format.code) } : format)) }
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
    files: [...files, ...keyFiles, ...documents],
    previous: previous && { version: previous.version, manifestSha256: previous.manifestSha256, audit: previous.audit },
    audit,
    blinding: whole.blinding,
    signature: release.signature!,
  })
  const { sha256 } = await store({ path: manifestPath, split: null, mediaType: 'application/json' }, [Buffer.from(manifest)])
  const sums = checksumsText([...files.flatMap(namedByHash), ...documents.flatMap(namedByHash), { path: manifestPath, sha256 }])
  await store({ path: checksumsPath, split: null, mediaType: 'text/plain; charset=utf-8' }, [Buffer.from(sums)])
  return { facts: whole, manifest, manifestHash: new Uint8Array(createHash('sha256').update(manifest).digest()) }
}

/** By size and hash where a file is open; by a commitment under the split's key where it is hidden. */
const namedBy = async ({ bytes, sha256 }: Measured, key: string | undefined): Promise<Pick<ReleaseFile, 'bytes' | 'sha256' | 'commitment'>> =>
  key === undefined ? { bytes, sha256 } : { bytes: null, sha256: null, commitment: await commitmentTo(sha256, key) }

const namedByHash = ({ path, sha256 }: ReleaseFile) => (sha256 === null ? [] : [{ path, sha256 }])

async function* linkBytes(rows: AsyncGenerator<Cell[][]>): AsyncGenerator<Uint8Array> {
  for await (const batch of rows) yield Buffer.from(batch.map(([link]) => link ?? '').join(''), 'hex')
}
