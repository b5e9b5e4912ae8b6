import { exportVerdicts } from '@/lib/services/export-verdicts'
import type { Scene } from './scene'

/** The verdicts of a study, read to the end and thrown away. @returns how many bytes they were. */
export async function exportOnce({ slug, admin }: Pick<Scene, 'slug' | 'admin'>): Promise<number> {
  const { lines } = await exportVerdicts(admin, { study: slug })
  let bytes = 0
  for await (const piece of lines) bytes += Buffer.byteLength(piece)
  return bytes
}
