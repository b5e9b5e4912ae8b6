/** The header Idempotency-Key: a request that a program repeats, not knowing whether it arrived, is done once. */
import { createHash, createHmac, type Hash } from 'node:crypto'
import { authSettings } from '@/lib/auth/auth-settings'
import type { Viewer } from '@/lib/blinding/viewer'
import { Refusal } from '@/lib/errors'
import { doOnce } from '@/lib/services/do-once'
import { problemResponse } from '../problem-response'

const keyShape = /^[\x21-\x7e]{1,255}$/
/** Headers that belong to the answer itself and are given again with it. */
const keptHeaders = ['content-type', 'location'] as const

export async function answerOnce(
  viewer: Viewer,
  request: Request,
  { body, streamed }: { body: unknown; streamed: boolean },
  run: (body: unknown) => Promise<Response>,
): Promise<Response> {
  const key = request.headers.get('idempotency-key')
  if (key === null) return run(body)
  if (!keyShape.test(key)) throw new Refusal('invalid', 'key-malformed')
  const { pathname, search } = new URL(request.url)
  const read = streamed ? hashedStream(body as AsyncIterable<Uint8Array>) : hashedValue(body)
  const { status, body: kept, repeated } = await doOnce(viewer, key, {
    async run() {
      const response = await run(read.body).catch(problemResponse)
      const headers = Object.fromEntries(keptHeaders.flatMap((name) => (response.headers.has(name) ? [[name, response.headers.get(name)]] : [])))
      return { status: response.status, body: JSON.stringify({ headers, text: await response.text() }) }
    },
    // A body may hold a password: of a plain hash, whoever reads the table could try one after the other.
    requestHash: async () => createHmac('sha256', authSettings().secret).update(`${request.method} ${pathname}${search}\n`).update(await read.digest()).digest(),
    // What may turn out otherwise by itself is not kept.
    isFinal: (answer) => answer.status < 500 && answer.status !== 429 && answer.status !== 413,
  })
  const { headers, text } = JSON.parse(kept) as { headers: Record<string, string>; text: string }
  return new Response(text, { status, headers: { ...headers, 'cache-control': 'no-store', ...(repeated ? { 'idempotent-replay': 'true' } : {}) } })
}

type Hashed = { body: unknown; digest: () => Promise<Buffer> }

const hashedValue = (body: unknown): Hashed => ({
  body,
  digest: () => Promise.resolve(createHash('sha256').update(JSON.stringify(body) ?? '').digest()),
})

/** Counts what passes by; `digest` reads what nobody has read yet, since a body that was not read to its end is not known. */
function hashedStream(source: AsyncIterable<Uint8Array>): Hashed {
  const hash: Hash = createHash('sha256')
  const reading = passing(source, hash)
  let digest: Buffer | null = null
  return {
    body: reading,
    async digest() {
      for await (const _ of reading);
      return (digest ??= hash.digest())
    },
  }
}

async function* passing(source: AsyncIterable<Uint8Array>, hash: Hash): AsyncGenerator<Uint8Array> {
  for await (const piece of source) {
    hash.update(piece)
    yield piece
  }
}
