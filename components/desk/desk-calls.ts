/** What the reading room asks of the server. Addresses of the desk's own API are here and nowhere else. */
import { send, type Sent } from '@/components/work/send'
import type { SeatOnDesk } from './seat-on-desk'

export const submitUrl = '/api/desk/submit'

export const deskCalls = {
  next: (studyId: string, beyond: string[]): Promise<Sent<{ seat: SeatOnDesk | null }>> =>
    send('POST', '/api/desk/claim', { studyId, beyond }),
  seat: (seatId: string): Promise<Sent<SeatOnDesk>> => send('GET', `/api/desk/seats/${seatId}`),
  takeBack: (seatId: string): Promise<Sent<{ seatId: string }>> => send('POST', '/api/desk/take-back', { seatId }),
  decline: (seatId: string, reason: string, note: string): Promise<Sent<{ seatId: string }>> =>
    send('POST', '/api/desk/decline', { seatId, reason, note }),
}
