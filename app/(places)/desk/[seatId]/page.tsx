import { notFound } from 'next/navigation'
import { LateReadingDone } from '@/components/desk/late-reading-done'
import { ReadingRoom } from '@/components/desk/reading-room'
import { viewerOrSignIn } from '@/lib/auth/viewer-or-sign-in'
import { readSeat, readSeatInput } from '@/lib/services/read-seat'
import { orNotFound } from '@/lib/web/or-not-found'

export default async function ReadingPage({ params }: { params: Promise<{ seatId: string }> }) {
  const viewer = await viewerOrSignIn()
  const input = readSeatInput.safeParse(await params)
  if (!input.success) notFound()
  const seat = await orNotFound(readSeat(viewer, input.data))
  return seat.submittedAt ? <LateReadingDone seat={seat} /> : <ReadingRoom personId={viewer.personId} first={seat} />
}
