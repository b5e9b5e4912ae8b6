import { exportExamples, exportExamplesInput } from '@/lib/services/export-examples'
import { downloadResponse } from '@/lib/web/download-response'
import { route } from '@/lib/web/route'

export const GET = route(exportExamplesInput, async (viewer, input) => downloadResponse(await exportExamples(viewer, input)))
