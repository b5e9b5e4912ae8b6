import { errorsInput, readErrors } from '@/lib/services/read-errors'
import { route } from '@/lib/web/route'

export const GET = route(errorsInput, readErrors)
