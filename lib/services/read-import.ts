/** Imports as an admin looks at them: the list, and one with its first rows and everything that stands against it. */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { countImports, deleteImport, importsOf, type ImportSummary } from '@/lib/db/imports'
import { jobAtWork } from '@/lib/db/jobs'
import { leavingRows, shownRows, type Fate, type LeavingRow, type ShownRow } from '@/lib/db/staged-rows-shown'
import { Refusal } from '@/lib/errors'
import { admitAdmin } from './admit-admin'
import { findImport } from './find-import'
import { pageNumber, pageWindow } from './page-window'

const pageSize = 50
export const listImportsInput = z.object({ study: z.string(), page: pageNumber })

export async function listImports(viewer: Viewer, { study: slug, page: wanted }: z.output<typeof listImportsInput>) {
  return asViewer(viewer, async (tx) => {
    const { id, name, task, languages, licence } = await admitAdmin(tx, viewer, slug)
    const { page, pages, ...window } = pageWindow(wanted, pageSize, await countImports(tx, id))
    return { study: { slug, name, task, languages, licence }, page, pages, imports: await importsOf(tx, id, window) }
  })
}

export const importInput = z.object({ importId: z.uuid() })
type Input = z.output<typeof importInput>

/** How far an upload has come, for whoever watches it. */
export async function readImportProgress(viewer: Viewer, { importId }: Input): Promise<Pick<ImportSummary, 'state' | 'rows' | 'bytes'>> {
  const { state, rows, bytes } = await asViewer(viewer, (tx) => findImport(tx, viewer, importId))
  return { state, rows, bytes }
}

export type ImportPreview = {
  import: ImportSummary & { clash: number; differing: number; corrected: number }
  /** The job that is turning it into items. */
  jobId: string | null
  first: ShownRow[]
  refused: ShownRow[]
  duplicates: ShownRow[]
  /** Known rows that say something else of their item. */
  differing: ShownRow[]
}

const firstRows = 8
const listedRows = 200

export async function readImport(viewer: Viewer, { study: slug, importId }: { study: string; importId: string }): Promise<ImportPreview> {
  const id = z.uuid().safeParse(importId)
  if (!id.success) throw new Refusal('not-found', 'not-found')
  return asViewer(viewer, async (tx) => {
    const study = await admitAdmin(tx, viewer, slug)
    const found = await findImport(tx, viewer, id.data)
    if (found.studyId !== study.id) throw new Refusal('not-found', 'not-found')
    const rows = (fates: Fate[], limit: number) => shownRows(tx, importId, { fates, limit })
    const noted = z.object({ clash: z.number().default(0), differing: z.number().default(0), corrected: z.number().default(0) }).parse(found.options)
    return {
      import: { ...found, ...noted },
      jobId: (await jobAtWork(tx, importId))?.id ?? null,
      first: await rows(['fresh', 'known', 'clash', 'duplicate'], firstRows),
      refused: await rows(['bad', 'clash'], listedRows),
      duplicates: await rows(['duplicate'], listedRows),
      differing: await shownRows(tx, importId, { fates: ['known'], limit: listedRows, differing: true }),
    }
  })
}

/** Gives up a file that was not imported; its rows go with it. */
export async function dropImport(viewer: Viewer, { importId }: Input): Promise<void> {
  await asViewer(viewer, async (tx) => {
    const { state } = await findImport(tx, viewer, importId)
    if (state === 'done') throw new Refusal('conflict', 'import-done')
    if (await jobAtWork(tx, importId)) throw new Refusal('conflict', 'job-at-work')
    await deleteImport(tx, importId)
  })
}

const rowsAtOnce = 500

/** Every row that was or would be refused, whole, in the file's order; read piece by piece. */
export async function* refusedRows(viewer: Viewer, { importId }: Input): AsyncGenerator<LeavingRow> {
  let after = { line: 0, part: 0 }
  for (;;) {
    const rows = await asViewer(viewer, (tx) => leavingRows(tx, importId, { fates: ['bad', 'clash'], limit: rowsAtOnce, after }))
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < rowsAtOnce) return
    after = { line: last.line, part: last.part }
  }
}

/** What the file with the refused rows must look like: as the one they came in. */
export async function refusedShape(viewer: Viewer, { importId }: Input) {
  const found = await asViewer(viewer, (tx) => findImport(tx, viewer, importId))
  const header = z.object({ header: z.object({ raw: z.string() }) }).safeParse(found.options).data?.header.raw
  const shape =
    header !== undefined
      ? ({ kind: 'table', header } as const)
      : found.format === 'medrect'
        ? ({ kind: 'array' } as const)
        : ({ kind: 'lines' } as const)
  return { fileName: found.fileName, format: found.format, shape }
}
