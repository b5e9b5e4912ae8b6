/** Every request below /api/v1: find the operation, find out who asks, read what is given, do it, and answer as declared. */
import { Refusal } from '@/lib/errors'
import { problemResponse } from '../problem-response'
import { askingOf } from '../viewer-of-request'
import { answerOnce } from './answer-once'
import { isFile, type Operation } from './operation'
import { operations } from './operations'
import { readInput } from './read-input'

const base = '/api/v1'
const noStore = { 'cache-control': 'no-store' }

/** `{name}` stands for one part of a path. */
function paramsOf(operation: Operation, parts: readonly string[]): Record<string, string> | null {
  const pattern = operation.path.slice(1).split('/')
  if (pattern.length !== parts.length) return null
  const params: Record<string, string> = {}
  for (const [nth, wanted] of pattern.entries()) {
    const part = parts[nth]!
    if (wanted.startsWith('{')) params[wanted.slice(1, -1)] = part
    else if (wanted !== part) return null
  }
  return params
}

export async function serveOperation(request: Request, served: readonly Operation[] = operations): Promise<Response> {
  try {
    const parts = partsOf(request)
    const here = served.flatMap((operation) => {
      const params = paramsOf(operation, parts)
      return params ? [{ operation, params }] : []
    })
    if (here.length === 0) throw new Refusal('not-found', 'not-found')
    const allow = [...new Set(here.map(({ operation }) => operation.method))].flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])).join(', ')
    if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: { allow } })
    const method = request.method === 'HEAD' ? 'GET' : request.method
    const found = here.find(({ operation }) => operation.method === method)
    if (!found) throw new Refusal('not-allowed', 'method-not-allowed', { allow })
    const response = await answered(found.operation, found.params, request)
    return request.method === 'HEAD' ? withoutBody(response) : response
  } catch (error) {
    return problemResponse(error)
  }
}

function partsOf(request: Request): string[] {
  try {
    return new URL(request.url).pathname.slice(base.length + 1).split('/').map(decodeURIComponent)
  } catch {
    throw new Refusal('not-found', 'not-found')
  }
}

async function answered(operation: Operation, params: Record<string, string>, request: Request): Promise<Response> {
  const { viewer, admit } = await askingOf(request)
  if (operation.scope) admit(operation.scope)
  const input = await readInput(operation, params, request)
  const run = async (body: unknown) => {
    const value = await operation.run(viewer, { ...input, body } as never, { request, admit })
    return value instanceof Response ? value : valueResponse(operation, value, request)
  }
  return operation.method === 'GET' ? run(input.body) : answerOnce(viewer, request, { body: input.body, streamed: isFile(operation.body) }, run)
}

/** Only what the declared shape names is sent; a value that does not have that shape is a defect, not an answer. */
function valueResponse({ answer, location }: Operation, value: unknown, request: Request): Response {
  if (!('schema' in answer)) throw new Error('an operation that answers with a file must return a response')
  const body: unknown = answer.schema.parse(JSON.parse(JSON.stringify(value)))
  const headers: Record<string, string> = { ...noStore, 'content-type': 'application/json' }
  const where = location?.(value as never)
  if (where) headers['location'] = base + where
  const next = (body as { next?: unknown }).next
  if (typeof next === 'string') {
    const url = new URL(request.url)
    url.searchParams.set('cursor', next)
    headers['link'] = `<${url.pathname}${url.search}>; rel="next"`
  }
  return new Response(JSON.stringify(body), { status: answer.status, headers })
}

function withoutBody(response: Response): Response {
  void response.body?.cancel()
  return new Response(null, response)
}
