import { declineDispute, declineDisputeInput } from '@/lib/services/decline-dispute'
import { route } from '@/lib/web/route'

export const POST = route(declineDisputeInput, declineDispute)
