import { submitPredictions, submitPredictionsInput } from '@/lib/services/submit-predictions'
import { listSubmissions, submissionsInput } from '@/lib/services/read-submission'
import { route } from '@/lib/web/route'

export const GET = route(submissionsInput, listSubmissions, { scope: 'evaluations:read' })

/** The file is the request's body; it is read as it arrives. Problems of its lines are data, not an error. */
export const POST = route(
  submitPredictionsInput,
  (viewer, input, request) => submitPredictions(viewer, input, (request.body ?? []) as AsyncIterable<Uint8Array>),
  { scope: 'submissions:write' },
)
