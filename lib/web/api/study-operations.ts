/** Studies and how far they are: for their admins. */
import { z } from 'zod'
import { listStudies, readStudy } from '@/lib/services/read-study'
import { readOverview } from '@/lib/services/read-overview'
import { cutPage } from './cut-page'
import { operation } from './operation'
import { count, day, moment, pageOf, pageQuery, studyParams } from './wire'

const head = {
  id: z.uuid(),
  slug: z.string().describe('Its address: what `study` is in every path.'),
  name: z.string(),
  task: z.string(),
  languages: z.array(z.string()),
  archivedAt: moment.nullable(),
}
const stages = { pool: count, reading: count, adjudicating: count, closed: count }
const summary = z.object({ ...head, items: count, ...stages, protocol: z.int().nullable() }).meta({ id: 'StudySummary' })
const study = z
  .object({
    ...head,
    description: z.string(),
    licence: z.string().nullable(),
    readersPerItem: z.int(),
    policy: z.string(),
    settings: z.unknown(),
    createdAt: moment,
  })
  .meta({ id: 'Study' })

const forecast = z
  .object({
    remaining: count,
    perDay: z.number().nullable(),
    expected: day.nullable().describe('Null where nobody can say; `reason` says why.'),
    earliest: day.optional(),
    latest: day.nullable().optional(),
    confidence: z.number().optional(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'Forecast' })
const progress = z
  .object({
    protocol: z.int().nullable(),
    items: z.object({ ...stages, withdrawn: count }),
    seats: z.object({
      seats: count,
      held: count,
      submitted: count,
      paused: count.describe('Not submitted yet, of paused batches.'),
      forNobody: count.describe('Of open batches, readings that nobody in the pool can take.'),
    }),
    perDay: z.array(z.object({ day, submissions: count })),
    forecast: forecast.describe('When the readings of open batches may be done.'),
    notCounted: z
      .object({
        pool: count.describe('Items that are in no batch yet.'),
        bench: count.describe('Disputes that wait for their verdict.'),
        paused: count.describe('Readings of paused batches.'),
        forNobody: count.describe('Readings that nobody in the pool can take.'),
      })
      .describe('What is in no date of the forecast.'),
    disputes: z.object({ count, ages: z.array(z.object({ from: count, to: count.nullable(), held: count, waiting: count })) }),
    outcomes: z.object({
      consensus: count,
      adjudicated: count,
      unusable: count,
      undecided: count,
      causes: z.array(z.object({ cause: z.string(), items: count })),
    }),
    openThreads: count,
  })
  .meta({ id: 'Progress' })

const zone = z.string().max(64).default('UTC').describe('The time zone whose days are counted, such as `Europe/Berlin`.')

export const studyOperations = [
  operation({
    id: 'listStudies',
    method: 'GET',
    path: '/studies',
    tag: 'studies',
    summary: 'The studies that you run',
    scope: 'studies:read',
    query: pageQuery,
    answer: { status: 200, schema: pageOf(summary) },
    run: async (viewer, { query }) => cutPage((await listStudies(viewer)).studies, query, ({ slug }) => slug),
  }),
  operation({
    id: 'readStudy',
    method: 'GET',
    path: '/studies/{study}',
    tag: 'studies',
    summary: 'A study and its settings',
    scope: 'studies:read',
    params: studyParams,
    answer: { status: 200, schema: study },
    run: (viewer, { params }) => readStudy(viewer, params),
  }),
  operation({
    id: 'readProgress',
    method: 'GET',
    path: '/studies/{study}/progress',
    tag: 'studies',
    summary: 'How far a study is, and when its readings may be done',
    scope: 'studies:read',
    params: studyParams,
    query: z.strictObject({ zone }),
    answer: { status: 200, schema: progress },
    run: (viewer, { params, query }) => readOverview(viewer, { ...params, ...query }),
  }),
]
