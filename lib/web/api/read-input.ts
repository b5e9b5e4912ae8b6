/** What an operation is given: path, query and body, each held against its own shape. A body is read no further than it may be long. */
import { z } from 'zod'
import { Refusal } from '@/lib/errors'
import { isFile, type Operation } from './operation'

const largestJson = 1024 * 1024

export type Input = { params: unknown; query: unknown; body: unknown }

export async function readInput(operation: Operation, params: Record<string, string>, request: Request): Promise<Input> {
  const query = queryOf(operation.query, new URL(request.url).searchParams)
  return { params: paramsOf(operation.params, params), query: operation.query.parse(query), body: await bodyOf(operation, request) }
}

/** An address with an id that cannot be one is the address of nothing. */
function paramsOf(schema: z.ZodObject, params: Record<string, string>): unknown {
  const parsed = schema.safeParse(params)
  if (!parsed.success) throw new Refusal('not-found', 'not-found')
  return parsed.data
}

/** A parameter that may be repeated is a list; one that may not is refused when it is, for it is unclear which was meant. */
function queryOf(schema: z.ZodObject, given: URLSearchParams): Record<string, unknown> {
  const query: Record<string, unknown> = {}
  for (const name of new Set(given.keys())) {
    const values = given.getAll(name)
    query[name] = isList(schema.shape[name]) ? values : values.length === 1 ? values[0] : values
  }
  return query
}

const isList = (schema: unknown): boolean =>
  schema instanceof z.ZodArray ||
  ((schema instanceof z.ZodDefault || schema instanceof z.ZodOptional) && isList(schema.unwrap()))

async function bodyOf(operation: Operation, request: Request): Promise<unknown> {
  const { body } = operation
  if (body === null) return undefined
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  const taken = isFile(body) ? body.mediaTypes : ['application/json']
  if (!taken.includes(type)) throw new Refusal('unsupported', 'media-type', { taken: taken.join(', ') })
  if (isFile(body)) return request.body ?? []
  const text = await textOf(request)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new Refusal('invalid', 'not-json')
  }
  return body.parse(value)
}

async function textOf(request: Request): Promise<string> {
  const tooLarge = new Refusal('too-large', 'body-too-large', { limit: largestJson / 1024 / 1024 })
  if (Number(request.headers.get('content-length') ?? 0) > largestJson) throw tooLarge
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    length += piece.length
    if (length > largestJson) throw tooLarge
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}
