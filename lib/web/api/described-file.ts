/** What the description says of an answer that is a file and, where it is sent from any byte on, of asking for a part of it. */
import type { FileAnswer } from './operation'

const string = { type: 'string' }
const ofWhole = {
  ETag: { description: 'The same tag is the same bytes.', schema: string },
  'Accept-Ranges': { description: '`bytes`.', schema: string },
}
const asking = (name: string, description: string) => ({ name, in: 'header' as const, required: false, description, schema: string })

export function describedFile({ file, mediaTypes, ranged }: FileAnswer) {
  const content = Object.fromEntries(mediaTypes.map((type) => [type, { schema: {} }]))
  if (!ranged) return { parameters: [], responses: { 200: { description: file, content } } }
  return {
    parameters: [
      asking('Range', 'One part, such as `bytes=1000-`; of several, or on HEAD, the whole is answered.'),
      asking('If-Range', 'The `ETag` of the file that the part is of; of another one the whole is answered.'),
      asking('If-None-Match', 'The `ETag` of what is there already.'),
    ],
    responses: {
      200: { description: file, headers: ofWhole, content },
      206: { description: 'The part that was asked for.', headers: { ...ofWhole, 'Content-Range': { description: '`bytes first-last/size`.', schema: string } }, content },
      304: { description: 'As it is there already.', headers: ofWhole },
    },
  }
}
