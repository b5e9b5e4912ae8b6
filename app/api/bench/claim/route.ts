import { claimDispute, claimDisputeInput } from '@/lib/services/claim-dispute'
import { readDispute } from '@/lib/services/read-dispute'
import { route } from '@/lib/web/route'

/** The next dispute, whole, so that the page can move on without another request. */
export const POST = route(claimDisputeInput, async (viewer, input) => {
  const { adjudicationId } = await claimDispute(viewer, input)
  return { dispute: adjudicationId ? await readDispute(viewer, { adjudicationId }) : null }
})
