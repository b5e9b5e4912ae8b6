import { discardKept, discardKeptInput } from '@/lib/services/discard-kept'
import { route } from '@/lib/web/route'

export const POST = route(discardKeptInput, discardKept)
