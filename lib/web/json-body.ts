import { Refusal } from '@/lib/errors'

/** Above any honest answer (500 marks, each with a page of explanation); far below what would fill a server's memory. */
const limitMb = 8
const limitBytes = limitMb * 1024 * 1024

/** A request's body as JSON. Reads no further than a body may be long, whatever the request says of its length. */
export async function jsonBody(request: Request): Promise<unknown> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    length += piece.length
    if (length > limitBytes) throw new Refusal('too-large', 'body-too-large', { limit: limitMb })
    pieces.push(piece)
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces)))
  } catch {
    throw new Refusal('invalid', 'not-json')
  }
}
