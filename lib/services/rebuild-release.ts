/**
 * Makes every file of a frozen release anew from its own records and facts and holds it against what is stored: the proof that
 * the files are what the records say, and nothing else. What is stored is read to the last byte. Some cannot be made again and are checked in another way: the manifest,
 * which bears signature and audit head, against the hash kept with the release; the audit chain's links, which are the
 * installation's and not the release's, against the manifest; the keys of hidden splits, which were drawn, by what the manifest
 * commits to under them; CHECKSUMS against the files themselves. Documents of a release that was frozen by a version of the product
 * that worded them otherwise are held against the manifest: they are as they were frozen, and which of them would read otherwise
 * today is said apart. So are the files of a format that is written by other rules today, or by none.
 */
import type { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { asViewerStreaming } from '@/lib/db/as-viewer-streaming'
import { recordEvent } from '@/lib/db/audit-events'
import { chunkBytes, chunksOf, filesOf, measure, type StoredFile } from '@/lib/db/release-files'
import { manifestOf } from '@/lib/db/releases'
import { Refusal } from '@/lib/errors'
import { auditLinksPath } from '@/lib/releases/audit-links'
import { checksumsPath, checksumsText } from '@/lib/releases/checksums'
import { commitmentTo, keyIn, keyPath } from '@/lib/releases/commitment'
import { manifestPath, type Manifest } from '@/lib/releases/manifest'
import { recipeSchema } from '@/lib/releases/recipe'
import type { ReleaseFacts } from '@/lib/releases/release-facts'
import { splitNames } from '@/lib/releases/split-rule'
import { documentsWording } from '@/lib/releases/wording'
import { taskOf } from '@/lib/tasks/registry'
import { admitComposer } from './admit-composer'
import type { JobHandler } from './job-handler'
import { dataFiles } from './release-data'
import { documentsOf, protocolFolder } from './release-documents'
import type { releaseInput } from './release-fields'
import { writingOf, writtenOtherwise } from './release-writing'
import { startJob } from './start-job'

/** `reworded`: a document as it was frozen, and by now the same facts make another, or none. `rewritten`: data as it was frozen, of a format that is written by other rules by now. */
export type RebuiltFile = { path: string; sha256: string; ok: boolean; reworded: boolean; rewritten: boolean }

export async function rebuildRelease(
  viewer: Viewer,
  { releaseId }: z.output<typeof releaseInput>,
  onProgress: (done: number, total: number) => Promise<void> = async () => {},
): Promise<{ ok: boolean; files: RebuiltFile[] }> {
  const { release, study, stored, manifest } = await asViewer(viewer, async (tx) => ({
    ...(await admitComposer(tx, viewer, releaseId)),
    stored: await filesOf(tx, releaseId),
    manifest: await manifestOf(tx, releaseId),
  }))
  if (release.state !== 'frozen' || !manifest) throw new Refusal('conflict', 'release-not-frozen')
  const facts = release.facts as ReleaseFacts
  const task = taskOf(study.task)
  const recipe = recipeSchema.parse(release.recipe)
  const made = new Map<string, string>()
  const context = {
    releaseId,
    task,
    recipe,
    splits: facts.splits.map(({ name }) => name),
    read: (query: string) => asViewerStreaming(viewer, query),
    onRecords: () => onProgress(made.size, stored.length),
  }
  const isOtherwise = writtenOtherwise(facts.writing, writingOf(task, recipe))
  const byPath = new Map<string, string>()
  for (const file of stored) byPath.set(file.path, (await measure(storedBytes(viewer, file))).sha256)
  for (const { path, format, pieces } of dataFiles(context))
    if (byPath.has(path) || !isOtherwise(format)) made.set(path, (await measure(pieces())).sha256)
  const documents = await documentsOf(viewer, study.id, task, facts)
  for (const { path, text } of documents) made.set(path, (await measure([Buffer.from(text)])).sha256)
  made.set(manifestPath, manifest.sha256)
  const named = (JSON.parse(manifest.manifest) as Manifest).files
  for (const { path, sha256 } of named) if (path === auditLinksPath && sha256 !== null) made.set(path, sha256)
  const otherwise = named.filter(({ format }) => format !== null && isOtherwise(format))
  const asWritten = new Map([...made, ...otherwise.map(({ path }) => [path, byPath.get(path) ?? ''] as const)])
  const keys = await keysThatOpen(viewer, { stored, named, made: asWritten })
  for (const { path, sha256 } of keys) made.set(path, sha256)
  const committed = new Set(named.flatMap(({ path, sha256 }) => (sha256 === null ? [path] : [])))
  const sums = checksumsText(stored.filter(({ path }) => path !== checksumsPath && !committed.has(path)))
  made.set(checksumsPath, (await measure([Buffer.from(sums)])).sha256)

  const paths = new Set([...stored.map(({ path }) => path), ...made.keys()])
  // Of a hidden split nothing is named by its hash: its key opens only where all of it is as it was frozen.
  const opened = new Set(keys.map(({ split }) => split))
  const frozenData = new Map(otherwise.map(({ path, split, sha256 }) => [path, sha256 ?? (opened.has(split) ? byPath.get(path) : undefined)]))
  const asFrozen = facts.wording === documentsWording ? new Map<string, string | null>() : frozenDocuments(named, documents)
  const files = [...paths].map((path): RebuiltFile => {
    const sha256 = byPath.get(path) ?? ''
    const same = sha256 === made.get(path)
    const reworded = !same && asFrozen.has(path) && (asFrozen.get(path) ?? '') === sha256
    const rewritten = !same && sha256 !== '' && frozenData.get(path) === sha256
    return { path, sha256, ok: same || reworded || rewritten, reworded, rewritten }
  })
  const ok = files.every((file) => file.ok)
  await asViewer(viewer, (tx) =>
    recordEvent(tx, {
      kind: 'release-rebuilt',
      actor: viewer.personId,
      studyId: study.id,
      itemId: null,
      detail: { release: releaseId, ok, files: files.length, reworded: files.filter(({ reworded }) => reworded).length, rewritten: files.filter(({ rewritten }) => rewritten).length, ...(ok ? {} : { differ: files.flatMap((file) => (file.ok ? [] : [file.path])).slice(0, 20) }) },
    }),
  )
  return { ok, files }
}

/** Of the documents whose words are the product's, what the manifest says of those it names; null: there was none. */
function frozenDocuments(named: Manifest['files'], documents: readonly { path: string }[]): Map<string, string | null> {
  const isWorded = (path: string) => path !== auditLinksPath && !path.startsWith(protocolFolder)
  const frozen = named.flatMap(({ path, sha256, split, format }) => (split === null && format === null ? [[path, sha256] as const] : []))
  return new Map([...documents.map(({ path }) => [path, null] as const), ...frozen].filter(([path]) => isWorded(path)))
}

/** Chunks asked for together. */
const chunksAtOnce = 8

async function* storedBytes(viewer: Viewer, file: StoredFile): AsyncGenerator<Uint8Array> {
  for (let from = 0; from * chunkBytes < file.bytes; from += chunksAtOnce) yield* await chunksOf(viewer, file.id, from, from + chunksAtOnce)
}

/** The files of keys under which everything of their split that was made again, themselves included, is what the manifest commits to. */
async function keysThatOpen(viewer: Viewer, { stored, named, made }: { stored: readonly StoredFile[]; named: Manifest['files']; made: ReadonlyMap<string, string> }): Promise<StoredFile[]> {
  const good: StoredFile[] = []
  for (const split of splitNames) {
    const file = stored.find(({ path }) => path === keyPath(split))
    const key = file && keyIn(Buffer.concat(await chunksOf(viewer, file.id, 0, 1)).toString())
    if (!key) continue
    const own = named.filter((each) => each.split === split)
    const kept = await Promise.all(own.map(async ({ path, commitment }) => commitment === (await commitmentTo(path === file.path ? file.sha256 : (made.get(path) ?? ''), key))))
    if (kept.every(Boolean)) good.push(file)
  }
  return good
}

/** The same by the worker: done when all is the same, refused with the first file that differs. */
export const rebuildJob: JobHandler = {
  async run(viewer, job, { progress }) {
    const { files } = await rebuildRelease(viewer, { releaseId: job.subjectId }, (done, total) => progress('comparing', done, total))
    const other = files.find(({ ok }) => !ok)
    if (other) throw new Refusal('conflict', 'release-differs', { path: other.path })
  },
}

export async function startRebuild(viewer: Viewer, { releaseId }: z.output<typeof releaseInput>): Promise<{ jobId: string }> {
  return asViewer(viewer, async (tx) => {
    const { release, study } = await admitComposer(tx, viewer, releaseId)
    if (release.state !== 'frozen') throw new Refusal('conflict', 'release-not-frozen')
    return startJob(tx, viewer, { kind: 'rebuild', studyId: study.id, subjectId: releaseId, input: {} })
  })
}
