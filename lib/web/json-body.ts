import { Refusal } from '@/lib/errors'
import { storable } from './storable'

/** Above any honest answer (500 marks, each with a page of explanation); far below what would fill a server's memory. */
const answersMb = 8

/**
 * A request's body as JSON that can be stored as it is. Reads no further than a body may be long, whatever the request says
 * of its length.
 */
export async function jsonBody(request: Request, limitMb = answersMb): Promise<unknown> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    length += piece.length
    if (length > limitMb * 1024 * 1024) throw new Refusal('too-large', 'body-too-large', { limit: limitMb })
    pieces.push(piece)
  }
  let body: unknown
  try {
    body = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces)))
  } catch {
    throw new Refusal('invalid', 'not-json')
  }
  return storable(body)
}
