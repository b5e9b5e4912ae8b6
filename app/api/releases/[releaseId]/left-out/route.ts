import { listLeftOut } from '@/lib/services/list-left-out'
import { releaseInput } from '@/lib/services/release-fields'
import { downloadResponse } from '@/lib/web/download-response'
import { route } from '@/lib/web/route'

export const GET = route(releaseInput, async (viewer, input) => downloadResponse(await listLeftOut(viewer, input)))
