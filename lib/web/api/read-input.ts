/** What an operation is given: path, query and body, each held against its own shape. A body is read no further than it may be long. */
import { z } from 'zod'
import { Refusal } from '@/lib/errors'
import { jsonBody } from '../json-body'
import { storable } from '../storable'
import { isFile, type Operation } from './operation'

const largestJsonMb = 1

export type Input = { params: unknown; query: unknown; body: unknown }

export async function readInput(operation: Operation, params: Record<string, string>, request: Request): Promise<Input> {
  const query = queryOf(operation.query, new URL(request.url).searchParams)
  return { params: paramsOf(operation.params, params), query: operation.query.parse(storable(query)), body: await bodyOf(operation, request) }
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
  return body.parse(await jsonBody(request, { limitMb: largestJsonMb, hearOut: false }))
}
