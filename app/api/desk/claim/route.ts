import { claimReading, claimSeatInput } from '@/lib/services/claim-seat'
import { route } from '@/lib/web/route'

export const POST = route(claimSeatInput, claimReading)
