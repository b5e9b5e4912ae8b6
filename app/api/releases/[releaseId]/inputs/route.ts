import { exportInputs, exportInputsInput } from '@/lib/services/export-inputs'
import { downloadResponse } from '@/lib/web/download-response'
import { route } from '@/lib/web/route'

export const GET = route(exportInputsInput, async (viewer, input) => downloadResponse(await exportInputs(viewer, input)), { scope: 'releases:read' })
