/** The edge of a route handler: parse, find out who is asking, run the use case; refusals become problem+json (RFC 9457). */
import type { z } from 'zod'
import { currentViewer } from '@/lib/auth/current-viewer'
import type { TokenScope } from '@/lib/blinding/token-scopes'
import type { Viewer } from '@/lib/blinding/viewer'
import { Refusal } from '@/lib/errors'
import { jsonBody } from './json-body'
import { problemResponse } from './problem-response'
import { refuseForeign } from './refuse-foreign'
import { storable } from './storable'
import { viewerOfRequest } from './viewer-of-request'

type Context = { params: Promise<Record<string, string | string[] | undefined>> }

/** Path parameters, the query and a JSON body, as one object; later ones win over earlier ones, the path over all. */
async function inputOf(request: Request, context: Context): Promise<Record<string, unknown>> {
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const json = request.headers.get('content-type')?.startsWith('application/json') ?? false
  const body: unknown = json && request.method !== 'GET' ? await jsonBody(request) : {}
  return storable({ ...query, ...(body && typeof body === 'object' ? body : {}), ...(await context.params) })
}

/** `scope`: programs may come here too, with a token that was made for it; without one, only our own pages. */
export function route<Schema extends z.ZodType, T>(
  schema: Schema,
  useCase: (viewer: Viewer, input: z.output<Schema>, request: Request) => Promise<T | Response>,
  { scope }: { scope?: TokenScope } = {},
): (request: Request, context: Context) => Promise<Response> {
  return async (request, context) => {
    try {
      const viewer = scope ? await viewerOfRequest(request, scope) : await ownViewer(request)
      const result = await useCase(viewer, schema.parse(await inputOf(request, context)), request)
      return result instanceof Response ? result : jsonOf(result)
    } catch (error) {
      return problemResponse(error)
    }
  }
}

/** With its length, an answer leaves in two writes; without, each piece is framed and written by itself. */
function jsonOf(result: unknown): Response {
  const body = Buffer.from(JSON.stringify(result))
  const headers = { 'content-type': 'application/json', 'content-length': String(body.length), 'cache-control': 'no-store' }
  return new Response(body, { headers })
}

/** A page that was opened by somebody else than is signed in now must not act in their name. */
async function ownViewer(request: Request): Promise<Viewer> {
  refuseForeign(request)
  const viewer = await currentViewer()
  const page = request.headers.get('doubleread-person')
  if (page && page !== viewer.personId) throw new Refusal('signed-out', 'somebody-else')
  return viewer
}
