/**
 * Streams an announced file in: its rows are staged in pieces, then compared with the study. Holds a few pieces in memory,
 * whatever the file's size. Ends ready for a decision, or, if anything breaks on the way, with nothing left behind; what a
 * killed process leaves, the next import clears.
 */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { lockImportsInto } from '@/lib/db/imported-items'
import { claimReading, deleteImport, holdImport, markReady, touchImport, type ImportRowCounts } from '@/lib/db/imports'
import { classifyRows, stageRows, type StagedRow } from '@/lib/db/staged-rows'
import { taskOfStudy } from '@/lib/db/studies'
import { Refusal } from '@/lib/errors'
import { isPacked } from '@/lib/formats/is-packed'
import type { ItemRow } from '@/lib/formats/item-row'
import { readItems } from '@/lib/formats/read-items'
import { keptOf } from '@/lib/tasks/kept-content'
import { taskOf } from '@/lib/tasks/registry'
import type { Task } from '@/lib/tasks/task'
import { findImport } from './find-import'
import { importOptions } from './import-options'

export const stageImportInput = z.object({ importId: z.uuid() })

export const largestFile = 8 * 1024 ** 3
/** A piece is written when it has this many rows or characters, or when nothing was written for so long. */
const piece = { rows: 2_000, characters: 4_000_000, ms: 5_000 }
/** Comparing a million rows takes longer than a page's transaction may. */
const classifyTimeoutMs = 15 * 60_000

export async function stageImport(
  viewer: Viewer,
  { importId }: z.output<typeof stageImportInput>,
  source: AsyncIterable<Uint8Array>,
): Promise<ImportRowCounts> {
  const { study, fileName, options } = await asViewer(viewer, async (tx) => {
    const found = await findImport(tx, viewer, importId)
    if (!(await claimReading(tx, importId))) throw new Refusal('conflict', 'import-already-read')
    return { study: { id: found.studyId, task: await taskOfStudy(tx, found.studyId) }, ...found }
  })
  const task = taskOf(study.task)
  const { format, encoding, defaults } = importOptions.parse(options)
  const read = { rows: 0, bytes: 0 }
  const counted = counting(source, read)
  const reading = readItems(counted, {
    name: fileName,
    format: format.kind === 'csv' ? { kind: 'csv', mapping: format.mapping, ...(format.delimiter ? { delimiter: format.delimiter } : {}) } : format,
    content: task.imports.contentFields ?? task.contentFields,
    imports: task.imports.records,
    defaults: Object.fromEntries(Object.entries(defaults).filter((entry): entry is [string, string] => Boolean(entry[1]?.trim()))),
    ...(encoding ? { encoding } : {}),
  })

  let finished = false
  try {
    const write = writer(viewer, importId, task, read)
    for await (const rows of reading.batches()) await write.take(rows)
    await write.end()
    const counts = await asViewer(
      viewer,
      async (tx) => {
        await holdImport(tx, importId)
        // What another import is just bringing in must be seen, or these rows would seem to be new.
        await lockImportsInto(tx, study.id)
        const found = await classifyRows(tx, importId, study.id)
        const header = reading.header()
        const ready = await markReady(tx, importId, {
          ...found,
          encoding: reading.encoding() + (reading.marked() ? '-bom' : ''),
          bytes: read.bytes,
          header: header && { raw: header.raw, columns: header.columns },
        })
        if (!ready) throw new Refusal('conflict', 'import-gone')
        return found
      },
      classifyTimeoutMs,
    )
    finished = true
    return counts
  } finally {
    if (!finished) await asViewer(viewer, (tx) => deleteImport(tx, importId))
  }
}

async function* counting(source: AsyncIterable<Uint8Array>, read: { bytes: number }): AsyncGenerator<Uint8Array> {
  for await (const bytes of source) {
    if (read.bytes === 0 && isPacked(bytes)) throw new Refusal('invalid', 'file-not-text')
    read.bytes += bytes.length
    if (read.bytes > largestFile) throw new Refusal('too-large', 'file-too-large', { limit: largestFile / 1024 ** 3 })
    yield bytes
  }
}

/** Collects rows into pieces and writes each while the next is being parsed; never more than one at a time. */
function writer(viewer: Viewer, importId: string, task: Task, read: { rows: number; bytes: number }) {
  let rows: StagedRow[] = []
  let characters = 0
  let lastWrite = Date.now()
  let line = 0
  let part = 0
  let writing: Promise<void> = Promise.resolve()

  const flush = async () => {
    await writing
    const piece = rows
    rows = []
    characters = 0
    lastWrite = Date.now()
    writing = asViewer(viewer, async (tx) => {
      if (!(await touchImport(tx, importId, read))) throw new Refusal('conflict', 'import-gone')
      await stageRows(tx, importId, piece)
    })
    // Awaited at the next flush; until then a failure must not count as unheard.
    writing.catch(() => {})
  }
  const full = () => rows.length >= piece.rows || characters >= piece.characters || Date.now() - lastWrite > piece.ms
  return {
    async take(found: ItemRow[]) {
      for (const row of found) {
        part = row.line === line ? part + 1 : 0
        line = row.line
        const staged = stagedOf(task, row, part)
        characters += 'item' in staged ? staged.item.text.length : (staged.raw?.length ?? 0)
        rows.push(staged)
        read.rows += 1
        if (full()) await flush()
      }
    },
    async end() {
      await flush()
      await writing
    },
  }
}

function stagedOf(task: Task, row: ItemRow, part: number): StagedRow {
  if ('reason' in row) return { line: row.line, part, field: row.field, reason: row.reason, values: row.values ?? {}, raw: row.raw }
  const { id, content, ...rest } = row.item
  const kept = keptOf(task, content)
  return { line: row.line, part, item: { externalId: id, text: kept.text, content: kept.rest, ...rest } }
}
