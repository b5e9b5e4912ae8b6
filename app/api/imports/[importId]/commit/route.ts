import { commitImport, commitImportInput } from '@/lib/services/commit-import'
import { answerTo } from '@/lib/web/answer-to'
import { route } from '@/lib/web/route'

/**
 * Answers line by line: `{progress}` while items go in, then `{done}` or `{failure}`. The status is sent before the outcome
 * is known, so the last line decides. Whoever stops listening does not stop the import.
 */
export const POST = route(commitImportInput, (viewer, input) => {
  const encoder = new TextEncoder()
  let listening = true
  const stream = new ReadableStream<Uint8Array>({
    async start(controller) {
      const say = (line: object) => {
        if (listening) controller.enqueue(encoder.encode(JSON.stringify(line) + '\n'))
      }
      try {
        say({ done: await commitImport(viewer, input, (progress) => say({ progress })) })
      } catch (error) {
        say({ failure: answerTo(error) })
      }
      if (listening) controller.close()
    },
    cancel() {
      listening = false
    },
  })
  return Promise.resolve(new Response(stream, { headers: { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' } }))
})
