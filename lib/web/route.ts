/** The edge of a route handler: parse, find out who is asking, run the use case; refusals become problem+json (RFC 9457). */
import type { z } from 'zod'
import { currentViewer } from '@/lib/auth/current-viewer'
import type { Viewer } from '@/lib/blinding/viewer'
import { refusalStatus, type RefusalCode, Refusal } from '@/lib/errors'
import { answerTo } from './answer-to'

type Context = { params: Promise<Record<string, string | string[] | undefined>> }

/** Path parameters, the query and a JSON body, as one object; later ones win over earlier ones, the path over all. */
async function inputOf(request: Request, context: Context): Promise<Record<string, unknown>> {
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const json = request.headers.get('content-type')?.startsWith('application/json') ?? false
  const body: unknown =
    json && request.method !== 'GET'
      ? await request.json().catch(() => {
          throw new Refusal('invalid', 'not-json')
        })
      : {}
  return { ...query, ...(body && typeof body === 'object' ? body : {}), ...(await context.params) }
}

const statusOf = (code: string): number => (code in refusalStatus ? refusalStatus[code as RefusalCode] : 500)

/** A state-changing request must come from our own pages: the browser says where it comes from. */
function refuseForeign(request: Request): void {
  const site = request.headers.get('sec-fetch-site')
  if (request.method !== 'GET' && site && site !== 'same-origin' && site !== 'none')
    throw new Refusal('not-found', 'not-found')
}

export function problemResponse(error: unknown): Response {
  const failure = answerTo(error)
  const status = statusOf(failure.code)
  return Response.json(
    { type: 'about:blank', title: failure.reason, status, ...failure },
    { status, headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' } },
  )
}

export function route<Schema extends z.ZodType, T>(
  schema: Schema,
  useCase: (viewer: Viewer, input: z.output<Schema>, request: Request) => Promise<T | Response>,
): (request: Request, context: Context) => Promise<Response> {
  return async (request, context) => {
    try {
      refuseForeign(request)
      const viewer = await currentViewer()
      const result = await useCase(viewer, schema.parse(await inputOf(request, context)), request)
      return result instanceof Response ? result : Response.json(result, { headers: { 'cache-control': 'no-store' } })
    } catch (error) {
      return problemResponse(error)
    }
  }
}
