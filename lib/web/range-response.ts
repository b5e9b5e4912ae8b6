/**
 * A file that is sent from any byte on: one range of a GET, If-Range, If-None-Match; a HEAD is of the whole. Never transformed on the way, or the ranges
 * of two requests would be of two files. An abandoned download ends its source; one that breaks is cut off, so that no half
 * file looks whole.
 */
import { Refusal } from '@/lib/errors'
import { byteRange } from '@/lib/releases/byte-range'

type Sendable = {
  fileName: string
  mediaType: string
  size: number
  etag: string
  send: (start: number, end: number) => Promise<AsyncGenerator<Uint8Array>>
}

export async function rangeResponse(request: Request, file: Sendable): Promise<Response> {
  const { size, etag, mediaType, fileName } = file
  const headers: Record<string, string> = {
    'content-type': mediaType,
    'content-disposition': `attachment; filename="${fileName.replaceAll(/[^\w.-]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    'cache-control': 'private, no-cache, no-transform',
    'accept-ranges': 'bytes',
    'x-content-type-options': 'nosniff',
    etag,
  }
  const known = request.headers.get('if-none-match')?.split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  if (known?.includes(etag) || known?.includes('*')) return new Response(null, { status: 304, headers })
  const range = byteRange(request.method === 'GET' ? request.headers.get('range') : null, request.headers.get('if-range'), file)
  if (range.status === 416) throw new Refusal('out-of-range', 'range-outside', { size })
  const { status, start, end } = range
  headers['content-length'] = String(end - start)
  if (status === 206) headers['content-range'] = `bytes ${start}-${end - 1}/${size}`
  if (request.method === 'HEAD') return new Response(null, { status, headers })
  const source = await file.send(start, end)
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await source.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    async cancel() {
      await source.return(undefined)
    },
  })
  return new Response(body, { status, headers })
}
