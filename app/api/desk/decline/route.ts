import { declineSeat, declineSeatInput } from '@/lib/services/decline-seat'
import { route } from '@/lib/web/route'

export const POST = route(declineSeatInput, declineSeat)
