import { Refusal } from '@/lib/errors'
import { maxPictureBytes } from '@/lib/picture-type'
import { addPicture, addPictureInput } from '@/lib/services/add-picture'
import { route } from '@/lib/web/route'

/** The picture is the request's body, as it is. */
export const POST = route(addPictureInput, async (viewer, input, request) => addPicture(viewer, input, await bodyOf(request)))

/** Reads no further than a picture may be large, whatever the request says of its length. */
async function bodyOf(request: Request): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    length += piece.length
    if (length > maxPictureBytes) throw new Refusal('too-large', 'picture-too-large', { limit: maxPictureBytes / 1024 / 1024 })
    pieces.push(piece)
  }
  return new Uint8Array(Buffer.concat(pieces))
}
