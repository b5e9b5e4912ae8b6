/** A study's items: read page by page, brought in as a file. */
import { z } from 'zod'
import { Refusal } from '@/lib/errors'
import { bringFile, bringFileInput } from '@/lib/services/bring-file'
import { itemFilter } from '@/lib/services/item-filter'
import { pageItems } from '@/lib/services/page-items'
import { readImport } from '@/lib/services/read-import'
import { stages } from '@/lib/workflow/stage'
import { cursorAfter, keyOfCursor } from './cut-page'
import { operation } from './operation'
import { count, moment, pageOf, pageQuery, studyParams } from './wire'

const item = z
  .object({
    itemId: z.uuid(),
    id: z.string().describe('The id that it came in with.'),
    opening: z.string().describe('The first 200 characters of its text.'),
    length: count.describe('In code points.'),
    language: z.string().nullable(),
    specialty: z.string().nullable(),
    stage: z.enum(stages),
    stagedAt: moment,
    batch: z.string().nullable(),
    seats: count.describe('0 while the item is yours to judge, as is `submitted`.'),
    submitted: count,
    tags: z.record(z.string(), z.unknown()),
    verdict: z.object({ source: z.enum(['consensus', 'adjudication']), usable: z.boolean(), version: z.int() }).nullable(),
  })
  .meta({ id: 'Item' })

const counts = { rows: count, fresh: count, known: count, duplicates: count, refused: count }
const brought = z
  .object({
    importId: z.uuid().nullable(),
    jobId: z.uuid().nullable().describe('The job that imports; null with `dryRun`.'),
    counts: z.object({ ...counts, differing: count.describe('Of the known rows, those that say something else of their item.') }),
    refused: z.array(z.object({ line: z.int(), field: z.string(), reason: z.string() })).describe('The first 200 rows that were left out.'),
    differing: z.array(z.object({ line: z.int(), fields: z.array(z.string()) })).describe('The first 200 known rows that say something else of their item. Sealed fields are compared for whoever brought the item in or may see what it seals.'),
  })
  .meta({ id: 'Brought' })
const imported = z
  .object({ id: z.uuid(), fileName: z.string(), format: z.string(), state: z.enum(['begun', 'reading', 'ready', 'done']), ...counts, imported: count, createdAt: moment, finishedAt: moment.nullable() })
  .meta({ id: 'Import' })

const { study: _study, map, dryRun: _dryRun, ...fields } = bringFileInput.shape
const bringQuery = z.strictObject({
  ...fields,
  map: map.describe('csv: `column=field`, repeated; the other columns go where they are proposed to, unknown ones to the seal.'),
  dryRun: z.stringbool().default(false).describe('Say what would happen, and change nothing.'),
})

/** The rows that stand against an import, as a refusal names fields: by line. */
const asFields = (refused: readonly { line: number; field: string; reason: string; fate: string }[]) =>
  refused.map(({ line, field, reason, fate }) => ({ path: field ? `line ${line}, ${field}` : `line ${line}`, code: reason || fate }))

export const itemOperations = [
  operation({
    id: 'listItems',
    method: 'GET',
    path: '/studies/{study}/items',
    tag: 'items',
    summary: 'A study’s items, by their ids',
    scope: 'studies:read',
    params: studyParams,
    query: z.strictObject({ ...pageQuery.shape, ...itemFilter.shape }),
    answer: { status: 200, schema: pageOf(item) },
    run: async (viewer, { params, query: { limit, cursor, ...filter } }) => {
      const { rows, more } = await pageItems(viewer, { ...params, filter, after: keyOfCursor(cursor), limit })
      const data = rows.map(({ id, externalId, ...row }) => ({ itemId: id, id: externalId, ...row }))
      return { data, next: more ? cursorAfter(rows.at(-1)!.externalId) : null }
    },
  }),
  operation({
    id: 'importItems',
    method: 'POST',
    path: '/studies/{study}/items',
    tag: 'items',
    summary: 'Import a file of items',
    description: 'The file is the body and is read as it arrives. All of it or nothing, unless `take=good`. The answer comes when every row has been checked; the job then puts the items into the study in one step.',
    scope: 'items:write',
    params: studyParams,
    query: bringQuery,
    body: { file: 'Items in the format that `from` names, such as one JSON record a line.', mediaTypes: ['application/jsonl', 'application/x-ndjson', 'text/csv', 'text/plain', 'application/json', 'application/octet-stream'] },
    answer: { status: 202, schema: brought },
    refusals: ['invalid', 'conflict', 'too-large'],
    run: async (viewer, { params, query, body }) => {
      const found = await bringFile(viewer, { ...params, ...query }, body)
      if (found.counts.refused > 0 && query.take === 'all' && !query.dryRun)
        throw new Refusal('invalid', 'import-has-bad-rows', { rows: found.counts.refused }, asFields(found.refused))
      return { ...found, refused: found.refused.map(({ line, field, reason, fate }) => ({ line, field, reason: reason || fate })), differing: found.differing.map(({ line, differs }) => ({ line, fields: differs ?? [] })) }
    },
    location: ({ jobId }) => (jobId ? `/jobs/${jobId}` : null),
  }),
  operation({
    id: 'readImport',
    method: 'GET',
    path: '/studies/{study}/imports/{import}',
    tag: 'items',
    summary: 'An import and what came of it',
    scope: 'studies:read',
    params: z.strictObject({ ...studyParams.shape, import: z.uuid() }),
    answer: { status: 200, schema: imported },
    run: async (viewer, { params }) => {
      const { import: found } = await readImport(viewer, { study: params.study, importId: params.import })
      return { ...found, refused: found.bad }
    },
  }),
]
