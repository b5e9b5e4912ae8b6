import { readPicture, readPictureInput } from '@/lib/services/read-picture'
import { route } from '@/lib/web/route'

/** Kept by the browser alone and for good: a picture never changes, and a shared cache knows no members. */
export const GET = route(readPictureInput, async (viewer, input) => {
  const { bytes, mediaType } = await readPicture(viewer, input)
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': mediaType,
      'content-disposition': 'inline',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=31536000, immutable',
    },
  })
})
