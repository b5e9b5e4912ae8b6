/** An admin announces a file: how it is named and how it is to be read. Clears away what earlier uploads left behind. */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { recordEvent } from '@/lib/db/audit-events'
import { dropDeadImports, insertImport } from '@/lib/db/imports'
import { Refusal } from '@/lib/errors'
import { importCodes } from '@/lib/tasks/import-codes'
import { taskOf } from '@/lib/tasks/registry'
import { admitAdmin } from './admit-admin'
import { importOptions } from './import-options'
import { asPlainLine } from './plain-line'

export const beginImportInput = z.object({
  study: z.string(),
  fileName: z.string().transform(asPlainLine).pipe(z.string().trim().min(1, 'key:required').max(500)),
  options: importOptions,
})

export async function beginImport(
  viewer: Viewer,
  { study: slug, fileName, options }: z.output<typeof beginImportInput>,
): Promise<{ importId: string }> {
  return asViewer(viewer, async (tx) => {
    const study = await admitAdmin(tx, viewer, slug)
    await dropDeadImports(tx)
    const { format } = options
    const code = format.kind === 'records' ? format.code : format.kind
    if (!importCodes(taskOf(study.task).imports).includes(code)) throw new Refusal('invalid', 'format-not-for-task', { format: code })
    const importId = randomUUID()
    await insertImport(tx, { id: importId, studyId: study.id, fileName, format: code, options })
    // Whoever has the file has seen what it seals, whoever takes it in.
    await recordEvent(tx, { kind: 'import-begun', actor: viewer.personId, studyId: study.id, itemId: null, detail: { import: importId, file: fileName } })
    return { importId }
  })
}
