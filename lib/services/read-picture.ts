/** A guideline's picture, for the members of its study; row security decides, and for others there is none. */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { pictureById, type PictureFile } from '@/lib/db/pictures'
import { Refusal } from '@/lib/errors'

export const readPictureInput = z.object({ pictureId: z.uuid() })

export async function readPicture(viewer: Viewer, { pictureId }: z.output<typeof readPictureInput>): Promise<PictureFile> {
  const picture = await asViewer(viewer, (tx) => pictureById(tx, pictureId))
  if (!picture) throw new Refusal('not-found', 'not-found')
  return picture
}
