import { openZip, zipInput } from '@/lib/services/open-download'
import { rangeResponse } from '@/lib/web/range-response'
import { route } from '@/lib/web/route'

export const GET = route(zipInput, async (viewer, input, request) => rangeResponse(request, await openZip(viewer, input)), { scope: 'releases:read' })
export const HEAD = GET
