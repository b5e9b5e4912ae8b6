import { earlierWorkInput, readEarlierWork } from '@/lib/services/read-earlier-work'
import { route } from '@/lib/web/route'

export const GET = route(earlierWorkInput, readEarlierWork)
