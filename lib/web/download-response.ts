/**
 * A file that is made as it is sent: the next piece is asked for when the last one has gone. An abandoned download ends its
 * source; one that breaks is cut off, so that no half file looks whole.
 */
export function downloadResponse({ fileName, lines }: { fileName: string; lines: AsyncIterable<string> }): Response {
  const source = lines[Symbol.asyncIterator]()
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await source.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await source.return?.()
    },
  })
  return new Response(body, {
    headers: {
      'content-type': 'application/jsonl; charset=utf-8',
      'content-disposition': `attachment; filename="${fileName.replaceAll(/[^\w.-]/g, '_')}"`,
      'cache-control': 'no-store',
    },
  })
}
