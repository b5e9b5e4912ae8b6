import { fileInput, openFile } from '@/lib/services/open-download'
import { rangeResponse } from '@/lib/web/range-response'
import { route } from '@/lib/web/route'

export const GET = route(fileInput, async (viewer, input, request) => rangeResponse(request, await openFile(viewer, input)), { scope: 'releases:read' })
export const HEAD = GET
