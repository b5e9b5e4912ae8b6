/** Systems handed in on a release, and how they and the readers do. */
import { z } from 'zod'
import { Refusal } from '@/lib/errors'
import { exportInputs } from '@/lib/services/export-inputs'
import { readBoard } from '@/lib/services/read-board'
import { pageSubmissions, readSubmission } from '@/lib/services/read-submission'
import { submitPredictions, submitPredictionsInput } from '@/lib/services/submit-predictions'
import { withdrawSubmission } from '@/lib/services/withdraw-submission'
import { downloadResponse } from '../download-response'
import { cursorAfter, idOfCursor } from './cut-page'
import { board, scoredSubmission, submission } from './evaluation-shapes'
import { operation } from './operation'
import { count, pageOf, pageQuery } from './wire'

const releaseParams = z.strictObject({ release: z.uuid() })
const submissionParams = z.strictObject({ submission: z.uuid() })

const unplaced = z
  .object({ spans: count, lines: z.array(count) })
  .describe('Quotes and sentence numbers that their texts do not have: scored as missed places. The first lines are named.')
const { releaseId: _release, anonymous: _anonymous, ...submitting } = submitPredictionsInput.shape

export const evaluationOperations = [
  operation({
    id: 'readBoard',
    method: 'GET',
    path: '/releases/{release}/board',
    tag: 'evaluations',
    summary: 'Systems and human readers on one split, on the same measures',
    scope: 'evaluations:read',
    params: releaseParams,
    query: z.strictObject({
      split: z.string().max(40).optional().describe('Otherwise the most protected one.'),
      match: z.string().max(40).optional().describe('The rule by which places count as found.'),
    }),
    answer: { status: 200, schema: board },
    run: (viewer, { params, query }) => readBoard(viewer, { releaseId: params.release, ...query }),
  }),
  operation({
    id: 'downloadInputs',
    method: 'GET',
    path: '/releases/{release}/inputs',
    tag: 'submissions',
    summary: 'What a system is given of a split: its items without any verdict',
    scope: 'releases:read',
    params: releaseParams,
    query: z.strictObject({ split: z.string().max(40) }),
    answer: { status: 200, file: 'One record a line.', mediaTypes: ['application/jsonl'] },
    run: async (viewer, { params, query }) => downloadResponse(await exportInputs(viewer, { releaseId: params.release, ...query })),
  }),
  operation({
    id: 'submitPredictions',
    method: 'POST',
    path: '/releases/{release}/submissions',
    tag: 'submissions',
    summary: 'Hand in what a system predicts on a split',
    description: 'The file is the body. All of it is taken or none; what is wrong is named by line, and never depends on a label. Quotes that a text does not have are taken, scored as missed and counted in the answer. Of error spans, a line may name one place where the study knows at most one error a text; elsewhere any number, which the measure `spansPerFlagged` tells. Scoring is a job.',
    scope: 'submissions:write',
    params: releaseParams,
    query: z.strictObject({ ...submitting, anonymous: z.stringbool().default(false).describe('Others see a letter on the board.') }),
    body: { file: 'Predictions as JSON Lines, or a MEDIQA-CORR run.', mediaTypes: ['application/jsonl', 'application/x-ndjson', 'text/plain', 'application/json', 'application/octet-stream'] },
    answer: { status: 201, schema: z.object({ submissionId: z.uuid(), jobId: z.uuid().nullable(), predicted: count, missing: count, unplaced, repeated: z.boolean() }).meta({ id: 'Submitted' }) },
    refusals: ['invalid', 'conflict', 'too-large'],
    run: async (viewer, { params, query, body }) => {
      const submitted = await submitPredictions(viewer, { releaseId: params.release, ...query }, body)
      if (!('problems' in submitted)) return submitted
      const fields = submitted.problems.map(({ line, field, reason, values }) => ({ path: field ? `line ${line}, ${field}` : `line ${line}`, code: reason, values }))
      throw new Refusal('invalid', 'predictions-refused', { lines: submitted.total }, fields)
    },
    location: ({ submissionId }) => `/submissions/${submissionId}`,
  }),
  operation({
    id: 'listSubmissions',
    method: 'GET',
    path: '/submissions',
    tag: 'submissions',
    summary: 'Your submissions, and those to studies that you run',
    scope: 'evaluations:read',
    query: z.strictObject({ ...pageQuery.shape, release: z.uuid().optional() }),
    answer: { status: 200, schema: pageOf(submission) },
    run: async (viewer, { query: { release, cursor, limit } }) => {
      const { rows, next } = await pageSubmissions(viewer, { ...(release ? { releaseId: release } : {}), after: idOfCursor(cursor), limit })
      return { data: rows, next: next && cursorAfter(next) }
    },
  }),
  operation({
    id: 'readSubmission',
    method: 'GET',
    path: '/submissions/{submission}',
    tag: 'submissions',
    summary: 'A submission and its scores under every match rule',
    scope: 'evaluations:read',
    params: submissionParams,
    answer: { status: 200, schema: scoredSubmission },
    run: (viewer, { params }) => readSubmission(viewer, { submissionId: params.submission }),
  }),
  operation({
    id: 'withdrawSubmission',
    method: 'POST',
    path: '/submissions/{submission}/withdraw',
    tag: 'submissions',
    summary: 'Take a submission off the board; it still counts against the day’s',
    scope: 'submissions:write',
    params: submissionParams,
    answer: { status: 200, schema: z.object({ submissionId: z.uuid() }) },
    refusals: ['conflict'],
    run: (viewer, { params }) => withdrawSubmission(viewer, { submissionId: params.submission }),
  }),
]
