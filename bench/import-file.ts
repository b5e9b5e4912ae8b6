import { createReadStream } from 'node:fs'
import { beginImport, beginImportInput } from '@/lib/services/begin-import'
import { commitImport } from '@/lib/services/commit-import'
import { stageImport } from '@/lib/services/stage-import'
import type { Scene } from './scene'

/** A file of native items imported as a page or the command line does it. @returns how many items came of it, and when they were staged. */
export async function importFile(
  { slug, admin }: Pick<Scene, 'slug' | 'admin'>,
  file: string,
): Promise<{ imported: number; stagingMs: number }> {
  const began = performance.now()
  const options = { format: { kind: 'native' } }
  const { importId } = await beginImport(
    admin,
    beginImportInput.parse({ study: slug, fileName: 'items.jsonl', options }),
  )
  await stageImport(admin, { importId }, createReadStream(file))
  const stagingMs = performance.now() - began
  const { imported } = await commitImport(admin, { importId, take: 'all', duplicates: 'skip' })
  return { imported, stagingMs }
}
