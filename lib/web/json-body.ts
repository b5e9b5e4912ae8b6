import { Refusal } from '@/lib/errors'
import { storable } from './storable'

const megabyte = 1024 * 1024
/** Above any honest answer (500 marks, each with a page of explanation); far below what would fill a server's memory. */
const answersMb = 8
/**
 * What is beyond the limit is read and forgotten up to here: a page that is cut off while sending hears no answer at all, and
 * would take it for a lost network and send again.
 */
const heardOutMb = 256

/**
 * A request's body as JSON that can be stored as it is. Holds no more than a body may be long, whatever the request says of
 * its length. Programs (`hearOut: false`) are cut off at once.
 */
export async function jsonBody(request: Request, { limitMb = answersMb, hearOut = true } = {}): Promise<unknown> {
  const tooLarge = new Refusal('too-large', 'body-too-large', { limit: limitMb })
  const limit = limitMb * megabyte
  if (!hearOut && Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    length += piece.length
    if (length > (hearOut ? heardOutMb * megabyte : limit)) break
    if (length <= limit) pieces.push(piece)
  }
  if (length > limit) throw tooLarge
  let body: unknown
  try {
    body = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces)))
  } catch {
    throw new Refusal('invalid', 'not-json')
  }
  return storable(body)
}
