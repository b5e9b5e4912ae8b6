import { readDispute, readDisputeInput } from '@/lib/services/read-dispute'
import { route } from '@/lib/web/route'

export const GET = route(readDisputeInput, readDispute)
