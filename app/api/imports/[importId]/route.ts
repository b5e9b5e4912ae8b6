import { importInput, readImportProgress } from '@/lib/services/read-import'
import { stageImport, stageImportInput } from '@/lib/services/stage-import'
import { route } from '@/lib/web/route'

export const GET = route(importInput, readImportProgress)

/** The file is the request's body; it is read as it arrives and never held. A connection that breaks ends the import. */
export const PUT = route(stageImportInput, (viewer, input, request) =>
  stageImport(viewer, input, (request.body ?? []) as AsyncIterable<Uint8Array>),
)
