import { readSeat, readSeatInput } from '@/lib/services/read-seat'
import { route } from '@/lib/web/route'

export const GET = route(readSeatInput, readSeat)
