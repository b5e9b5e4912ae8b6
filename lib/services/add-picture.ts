/** An admin adds a picture to a guideline. What it is, its bytes say. */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { insertPicture, picturesIn } from '@/lib/db/pictures'
import { Refusal } from '@/lib/errors'
import { maxPictureBytes, pictureTypeOf } from '@/lib/picture-type'
import { admitAdmin } from './admit-admin'

export const maxPictures = 200

export const addPictureInput = z.object({ study: z.string(), name: z.string().trim().max(200).default('') })

export async function addPicture(
  viewer: Viewer,
  { study: slug, name }: z.output<typeof addPictureInput>,
  bytes: Uint8Array,
): Promise<{ id: string }> {
  if (bytes.length > maxPictureBytes) throw new Refusal('too-large', 'picture-too-large', { limit: maxPictureBytes / 1024 / 1024 })
  const mediaType = pictureTypeOf(bytes)
  if (!mediaType) throw new Refusal('invalid', 'not-a-picture')
  return asViewer(viewer, async (tx) => {
    const study = await admitAdmin(tx, viewer, slug)
    if ((await picturesIn(tx, study.id)) >= maxPictures) throw new Refusal('too-large', 'too-many-pictures', { limit: maxPictures })
    return { id: await insertPicture(tx, { studyId: study.id, name, mediaType, bytes }) }
  })
}
