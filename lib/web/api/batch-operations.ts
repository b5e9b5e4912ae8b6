/** Batches: items opened together for reading. */
import { z } from 'zod'
import { changeBatch, changeBatchInput } from '@/lib/services/change-batch'
import { closeBatch, closeBatchInput } from '@/lib/services/close-batch'
import { listBatches } from '@/lib/services/list-batches'
import { openBatch, openBatchInput } from '@/lib/services/open-batch'
import { cutPage } from './cut-page'
import { operation } from './operation'
import { count, day, moment, pageOf, pageQuery, studyParams } from './wire'

const batch = z
  .object({
    id: z.uuid(),
    name: z.string(),
    state: z.enum(['open', 'paused', 'closed']),
    readersPerItem: z.int(),
    priority: z.int(),
    dueOn: day.nullable(),
    openedAt: moment,
    closedAt: moment.nullable(),
    items: count,
    reading: count,
    adjudicating: count,
    closed: count,
    seats: count.describe('Readings that its items need in all.'),
    held: count,
    submitted: count,
    forNobody: count.describe('Readings that nobody in the pool can take: no reader is left who reads the language, has no part in the item and no conflict of interest.'),
  })
  .meta({ id: 'Batch' })

const batchParams = z.strictObject({ ...studyParams.shape, batch: z.uuid() })
const { study: _opens, ...opening } = openBatchInput.shape
const { study: _changes, batchId: _which, ...changing } = changeBatchInput.shape

export const batchOperations = [
  operation({
    id: 'listBatches',
    method: 'GET',
    path: '/studies/{study}/batches',
    tag: 'batches',
    summary: 'A study’s batches, in the order they were opened',
    scope: 'studies:read',
    params: studyParams,
    query: pageQuery,
    answer: { status: 200, schema: pageOf(batch) },
    run: async (viewer, { params, query }) =>
      cutPage((await listBatches(viewer, { ...params, zone: 'UTC', page: 'all' })).batches, query, ({ openedAt, id }) => `${openedAt.toISOString()} ${id}`),
  }),
  operation({
    id: 'openBatch',
    method: 'POST',
    path: '/studies/{study}/batches',
    tag: 'batches',
    summary: 'Open items of the pool for reading',
    scope: 'batches:write',
    params: studyParams,
    body: z.strictObject(opening).meta({ id: 'NewBatch' }),
    answer: { status: 201, schema: z.object({ batchId: z.uuid(), items: count }) },
    refusals: ['conflict'],
    run: (viewer, { params, body }) => openBatch(viewer, { ...params, ...body }),
  }),
  operation({
    id: 'changeBatch',
    method: 'PATCH',
    path: '/studies/{study}/batches/{batch}',
    tag: 'batches',
    summary: 'Pause a batch, let it go on, or change who reads it and when',
    scope: 'batches:write',
    params: batchParams,
    body: z.strictObject(changing).meta({ id: 'BatchChange' }),
    answer: { status: 200, schema: z.object({ changed: z.array(z.string()) }) },
    refusals: ['frozen', 'conflict'],
    run: (viewer, { params, body }) => changeBatch(viewer, { study: params.study, batchId: params.batch, ...body }),
  }),
  operation({
    id: 'closeBatch',
    method: 'POST',
    path: '/studies/{study}/batches/{batch}/close',
    tag: 'batches',
    summary: 'End a batch; its unfinished items go back to the pool',
    scope: 'batches:write',
    params: batchParams,
    body: z.strictObject({ interrupt: closeBatchInput.shape.interrupt.describe('Also while people are reading; their drafts are kept.') }),
    answer: { status: 200, schema: z.object({ returned: count }) },
    refusals: ['frozen', 'conflict'],
    run: (viewer, { params, body }) => closeBatch(viewer, { study: params.study, batchId: params.batch, ...body }),
  }),
]
