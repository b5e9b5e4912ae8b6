'use server'
import { redirect } from 'next/navigation'
import { currentViewer } from '@/lib/auth/current-viewer'
import { claimDispute, claimDisputeInput } from '@/lib/services/claim-dispute'
import { paths } from '@/lib/web/paths'

/** "Continue": to what the person holds, else to the dispute that has waited longest; back to the bench when none waits. */
export async function continueAtBench(form: FormData): Promise<void> {
  const studyId = form.get('study')
  const { adjudicationId } = await claimDispute(await currentViewer(), claimDisputeInput.parse(studyId ? { studyId } : {}))
  redirect(adjudicationId ? paths.dispute(adjudicationId) : `${paths.bench()}?nothing=1`)
}
