import { errorsInput, readErrors } from '@/lib/services/read-errors'
import { route } from '@/lib/web/route'

/** Shows labels, so a program needs what it needs to download them. */
export const GET = route(errorsInput, readErrors, { scope: 'releases:read' })
