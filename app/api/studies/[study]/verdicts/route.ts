import { exportInput, exportVerdicts } from '@/lib/services/export-verdicts'
import { downloadResponse } from '@/lib/web/download-response'
import { route } from '@/lib/web/route'

export const GET = route(exportInput, async (viewer, input) => downloadResponse(await exportVerdicts(viewer, input)))
