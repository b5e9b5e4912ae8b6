/** Long work: looked at until it is over, or stopped. */
import { z } from 'zod'
import type { TokenScope } from '@/lib/blinding/token-scopes'
import { cancelJob } from '@/lib/services/cancel-job'
import { pageJobs, readJob } from '@/lib/services/read-job'
import { jobKinds, type JobKind } from '@/lib/workflow/job-kinds'
import { cursorAfter, idOfCursor } from './cut-page'
import { operation } from './operation'
import { count, moment, pageOf, pageQuery, studyParams } from './wire'

const job = z
  .object({
    id: z.uuid(),
    kind: z.enum(jobKinds),
    subjectId: z.uuid().describe('What it is about: an import, a release, a submission, a study, a protocol.'),
    state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
    phase: z.string(),
    done: count,
    total: count,
    failure: z.object({ code: z.string(), reason: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])) }).nullable(),
    cancelling: z.boolean(),
    createdAt: moment,
    startedAt: moment.nullable(),
    finishedAt: moment.nullable(),
  })
  .meta({ id: 'Job' })
const jobParams = z.strictObject({ job: z.uuid() })

/** Whoever may begin it may stop it. */
const beginsBy: Record<JobKind, TokenScope> = { import: 'items:write', preview: 'releases:write', freeze: 'releases:write', rebuild: 'releases:write', evaluate: 'submissions:write', agreement: 'studies:read', reopen: 'batches:write' }

export const jobOperations = [
  operation({
    id: 'listJobs',
    method: 'GET',
    path: '/studies/{study}/jobs',
    tag: 'jobs',
    summary: 'A study’s jobs, newest first',
    scope: 'studies:read',
    params: studyParams,
    query: pageQuery,
    answer: { status: 200, schema: pageOf(job) },
    run: async (viewer, { params, query: { cursor, limit } }) => {
      const { rows, next } = await pageJobs(viewer, { ...params, before: idOfCursor(cursor), limit })
      return { data: rows, next: next && cursorAfter(next) }
    },
  }),
  operation({
    id: 'readJob',
    method: 'GET',
    path: '/jobs/{job}',
    tag: 'jobs',
    summary: 'How far a job is, and how it ended',
    description: 'For whoever began it and for the admins of its study; with any token of theirs.',
    scope: null,
    params: jobParams,
    answer: { status: 200, schema: job },
    run: (viewer, { params }) => readJob(viewer, { jobId: params.job }),
  }),
  operation({
    id: 'cancelJob',
    method: 'POST',
    path: '/jobs/{job}/cancel',
    tag: 'jobs',
    summary: 'Ask a job to stop; what it was about is then as before',
    description: 'Needs the scope with which a job of its kind is begun. A job that is over, or has just had its effect, is a conflict.',
    scope: null,
    params: jobParams,
    answer: { status: 202, schema: job },
    refusals: ['conflict'],
    run: async (viewer, { params }, { admit }) => {
      const { kind } = await readJob(viewer, { jobId: params.job })
      admit(beginsBy[kind])
      return cancelJob(viewer, { jobId: params.job })
    },
  }),
]
