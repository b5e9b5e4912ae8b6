'use server'
import { redirect } from 'next/navigation'
import { currentViewer } from '@/lib/auth/current-viewer'
import { claimSeat, claimSeatInput } from '@/lib/services/claim-seat'
import { paths } from '@/lib/web/paths'

/** "Continue": to what the person holds, else to the next reading; back to the desk when nothing waits. */
export async function continueReading(form: FormData): Promise<void> {
  const studyId = form.get('study')
  const { seatId } = await claimSeat(await currentViewer(), claimSeatInput.parse(studyId ? { studyId } : {}))
  redirect(seatId ? paths.reading(seatId) : `${paths.desk()}?nothing=1`)
}
