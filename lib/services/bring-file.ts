/**
 * A whole file in one go, for programs and the command line, which look at no preview: staged and compared as from the page,
 * then either given to the worker to commit, or dropped, with everything that stands against it.
 */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { Refusal } from '@/lib/errors'
import { columnNames } from '@/lib/formats/column-names'
import { detectFormat, detectionBytes, detectTable } from '@/lib/formats/detect-format'
import { peeked } from '@/lib/formats/peeked'
import { proposeMapping } from '@/lib/formats/propose-mapping'
import { importCodes } from '@/lib/tasks/import-codes'
import { taskOf } from '@/lib/tasks/registry'
import type { Task } from '@/lib/tasks/task'
import { beginImport } from './begin-import'
import { importOptions } from './import-options'
import { dropImport, readImport, type ImportPreview } from './read-import'
import { readStudy } from './read-study'
import { stageImport } from './stage-import'
import { startCommit } from './start-commit'

const named = z.string().max(2_000)

export const bringFileInput = z.strictObject({
  study: z.string(),
  fileName: z.string().trim().min(1).max(500).default('items'),
  /** One of the formats that the study's task takes. */
  from: z.string().max(80),
  /** `column=field`; the columns that are not named go where they are proposed to. */
  map: z.array(named).max(500).default([]),
  unit: z.enum(['file', 'line', 'paragraph']).default('file'),
  language: named.optional(),
  specialty: named.optional(),
  group: named.optional(),
  source: named.optional(),
  licence: named.optional(),
  /** `all`: nothing is imported when a single row is bad or clashes. `good`: such rows are left out. */
  take: z.enum(['all', 'good']).default('all'),
  /** Texts that the study has under another id. */
  duplicates: z.enum(['skip', 'import']).default('skip'),
  /** Items that are here take over what rows say otherwise of them. */
  corrections: z.enum(['leave', 'take']).default('leave'),
  /** Why: with a reason, closed items, those of releases and what is sealed as well. */
  reason: z.string().trim().max(2_000).default(''),
  dryRun: z.boolean().default(false),
})
type Input = z.output<typeof bringFileInput>

export type Brought = {
  /** Null where nothing is being imported: `dryRun`, or refused rows. */
  importId: string | null
  jobId: string | null
  counts: { rows: number; fresh: number; known: number; duplicates: number; refused: number; differing: number }
  /** The first rows that were refused. */
  refused: ImportPreview['refused']
  /** The first known rows that say something else of their item. */
  differing: ImportPreview['differing']
}

export async function bringFile(viewer: Viewer, input: Input, source: AsyncIterable<Uint8Array>): Promise<Brought> {
  const { study, fileName, take, duplicates, corrections, reason } = input
  const { task } = await readStudy(viewer, { study })
  const { first, all } = await peeked(source, detectionBytes)
  const { language, specialty, group, source: origin, licence } = input
  const defaults = Object.fromEntries(Object.entries({ language, specialty, group, source: origin, licence }).filter(([, value]) => value !== undefined))
  const options = importOptions.parse({ format: formatOf(input, first, taskOf(task)), defaults })
  const { importId } = await beginImport(viewer, { study, fileName, options })
  const staged = await stageImport(viewer, { importId }, all)
  const preview = await readImport(viewer, { study, importId })
  const { rows, fresh, known, differing } = staged
  const counts = { rows, fresh, known, duplicates: staged.duplicates, refused: staged.bad + staged.clash, differing }
  const { refused } = preview
  if (input.dryRun || (counts.refused > 0 && take === 'all')) {
    await dropImport(viewer, { importId })
    return { importId: null, jobId: null, counts, refused, differing: preview.differing }
  }
  return { importId, ...(await startCommit(viewer, { importId, take, duplicates, corrections, reason })), counts, refused, differing: preview.differing }
}

function formatOf({ from, unit, map, fileName }: Input, first: Uint8Array, { imports, contentFields }: Task): object {
  const codes = importCodes(imports)
  if (!codes.includes(from)) throw new Refusal('invalid', 'no-such-import-format', { format: from, formats: codes.join(', ') })
  if (from === 'plain') return { kind: 'plain', unit }
  if (imports.records.some(({ code }) => code === from)) return { kind: 'records', code: from, array: detectFormat(fileName, first).array }
  if (from !== 'csv') return { kind: from }
  const { columns, delimiter } = detectTable(first)
  const mapping: Record<string, string> = { ...proposeMapping(columns, columnNames(contentFields)) }
  for (const pair of map) {
    const at = pair.lastIndexOf('=')
    const column = pair.slice(0, at)
    if (at < 1 || !columns.includes(column)) throw new Refusal('invalid', 'no-such-column', { column: at < 1 ? pair : column, columns: columns.join(', ') })
    mapping[column] = pair.slice(at + 1)
  }
  return { kind: 'csv', mapping, delimiter }
}
