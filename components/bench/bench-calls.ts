/** What the bench asks of the server. Addresses of its API are here and nowhere else. */
import { send, type Sent } from '@/components/work/send'
import type { DisputeOnBench } from './dispute-on-bench'

export const verdictUrl = '/api/bench/verdict'

export const benchCalls = {
  next: (studyId: string, beyond: string[]): Promise<Sent<{ dispute: DisputeOnBench | null }>> =>
    send('POST', '/api/bench/claim', { studyId, beyond }),
  dispute: (adjudicationId: string): Promise<Sent<DisputeOnBench>> => send('GET', `/api/bench/disputes/${adjudicationId}`),
  decline: (adjudicationId: string, reason: string, note: string): Promise<Sent<{ adjudicationId: string }>> =>
    send('POST', '/api/bench/decline', { adjudicationId, reason, note }),
}
