import { giveVerdict, giveVerdictInput } from '@/lib/services/give-verdict'
import { route } from '@/lib/web/route'

export const POST = route(giveVerdictInput, giveVerdict)
