/** The description of the interface for programs, OpenAPI 3.1, made from the same declarations that answer (operation.ts). */
import { z } from 'zod'
import { tokenScopes } from '@/lib/blinding/token-scopes'
import { refusalStatus, type RefusalCode } from '@/lib/errors'
import { describedFile } from './described-file'
import { isFile, tags, type Operation } from './operation'

export type JsonSchema = { [key: string]: unknown }
export type Described = {
  operationId: string
  tags: string[]
  summary: string
  description?: string
  security: Record<string, string[]>[]
  parameters: { name: string; in: 'path' | 'query' | 'header'; required: boolean; description?: string; schema: JsonSchema }[]
  requestBody?: { required: true; description?: string; content: Record<string, { schema: JsonSchema }> }
  responses: Record<string, { description: string; headers?: Record<string, { description: string; schema: JsonSchema }>; content?: Record<string, { schema: JsonSchema }> }>
}
export type OpenApi = {
  openapi: '3.1.0'
  info: { title: string; version: string; description: string }
  servers: { url: string }[]
  tags: { name: string }[]
  paths: Record<string, Record<string, Described>>
  components: { schemas: Record<string, JsonSchema>; securitySchemes: Record<string, JsonSchema> }
}

const problem = z
  .object({
    type: z.literal('about:blank'),
    title: z.string(),
    status: z.int(),
    code: z.string().describe('What kind of refusal it is; fixes the status.'),
    reason: z.string().describe('Which refusal it is.'),
    values: z.record(z.string(), z.union([z.string(), z.number()])).describe('The numbers and names of its sentence.'),
    fields: z.array(z.object({ path: z.string(), code: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])).optional() })),
  })
  .meta({ id: 'Problem', description: 'RFC 9457' })

const string = { type: 'string' }
const says: Record<RefusalCode, string> = {
  invalid: 'Something given is not acceptable; `fields` says what.',
  'signed-out': 'No token, or not a valid one.',
  'out-of-scope': 'The token was not made for this.',
  'not-found': 'Does not exist, or not for you.',
  'not-allowed': 'Not with this method.',
  conflict: 'Does not go with how things stand.',
  frozen: 'Closed; never changes again.',
  'too-large': 'Larger than is taken.',
  unsupported: 'Not a body of this kind.',
  'out-of-range': 'The file has no such part.',
  'slow-down': 'Too many requests.',
}

/** Named shapes stand once, under components; `$ref`s are made to point there. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output', named: Record<string, JsonSchema>): JsonSchema {
  const { $schema: _dialect, $defs, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', override: ({ jsonSchema }) => withoutNoise(jsonSchema, io) }) as JsonSchema & { $defs?: Record<string, JsonSchema> }
  for (const [name, definition] of Object.entries($defs ?? {})) named[name] = relinked(definition)
  return relinked(rest)
}

/** A format says it all; bounds that every machine integer has say nothing; an answer may get more fields one day. */
function withoutNoise(schema: JsonSchema, io: 'input' | 'output'): void {
  if (schema['format'] !== undefined) delete schema['pattern']
  if (schema['minimum'] === Number.MIN_SAFE_INTEGER) delete schema['minimum']
  if (schema['maximum'] === Number.MAX_SAFE_INTEGER) delete schema['maximum']
  if (io === 'output' && schema['additionalProperties'] === false) delete schema['additionalProperties']
}

const relinked = (schema: JsonSchema): JsonSchema => JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/')) as JsonSchema

function described(operation: Operation, named: Record<string, JsonSchema>): Described {
  const { id, tag, summary, description, scope, body, answer } = operation
  const from = (place: 'path' | 'query', schema: z.ZodObject) => {
    const { properties = {}, required = [] } = schemaOf(schema, 'input', named) as { properties?: Record<string, JsonSchema>; required?: string[] }
    return Object.entries(properties).map(([name, { description: said, ...shape }]) => ({
      name,
      in: place,
      required: required.includes(name),
      ...(typeof said === 'string' ? { description: said } : {}),
      schema: shape,
    }))
  }
  const key = { name: 'Idempotency-Key', in: 'header' as const, required: false, description: 'Of your making, one a request: the request can then be repeated and is done once. Kept for a day.', schema: { type: 'string', maxLength: 255 } }
  const answered = 'schema' in answer ? { parameters: [], responses: { [answer.status]: value(operation, answer.schema, named) } } : describedFile(answer)
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description ? { description } : {}),
    security: [{ token: scope ? [scope] : [] }],
    parameters: [...from('path', operation.params), ...from('query', operation.query), ...answered.parameters, ...(operation.method === 'GET' ? [] : [key])],
    ...(body === null ? {} : { requestBody: requestBody(body, named) }),
    responses: { ...answered.responses, ...refusals(operation) },
  }
}

function requestBody(body: NonNullable<Operation['body']>, named: Record<string, JsonSchema>): NonNullable<Described['requestBody']> {
  if (!isFile(body)) return { required: true, content: { 'application/json': { schema: schemaOf(body, 'input', named) } } }
  return { required: true, description: body.file, content: Object.fromEntries(body.mediaTypes.map((type) => [type, { schema: {} }])) }
}

function value({ answer, location }: Operation, of: z.ZodType, named: Record<string, JsonSchema>): Described['responses'][string] {
  const schema = schemaOf(of, 'output', named)
  const isPage = of instanceof z.ZodObject && 'next' in of.shape
  const headers = {
    ...(isPage ? { Link: { description: 'The address of the next page, `rel="next"`.', schema: string } } : {}),
    ...(location ? { Location: { description: 'Where it can be looked at.', schema: string } } : {}),
  }
  const description = { 200: 'Done.', 201: 'Made.', 202: 'Begun.' }[answer.status]
  return { description, ...(Object.keys(headers).length ? { headers } : {}), content: { 'application/json': { schema } } }
}

const headersOf: Partial<Record<number, Described['responses'][string]['headers']>> = {
  416: { 'Content-Range': { description: '`bytes */size`.', schema: string } },
  429: { 'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer' } } },
}

function refusals({ params, query, body, answer, refusals: own }: Operation): Described['responses'] {
  const given = Object.keys(query.shape).length > 0 || body !== null
  const codes = new Set<RefusalCode>(['signed-out', 'out-of-scope', ...own, 'slow-down'])
  if (Object.keys(params.shape).length > 0) codes.add('not-found')
  if (given) codes.add('invalid')
  if (body !== null) codes.add('unsupported').add('too-large')
  if ('ranged' in answer) codes.add('out-of-range')
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }
  const byStatus: Described['responses'] = {}
  for (const code of codes) {
    const status = refusalStatus[code]
    const before = byStatus[status]?.description
    const headers = headersOf[status]
    byStatus[status] = { description: before ? `${before} ${says[code]}` : says[code], ...(headers ? { headers } : {}), content }
  }
  return byStatus
}

export function openApi(operations: readonly Operation[]): OpenApi {
  const schemas: Record<string, JsonSchema> = {}
  schemaOf(problem, 'output', schemas)
  const paths: OpenApi['paths'] = {}
  for (const operation of operations) (paths[operation.path] ??= {})[operation.method.toLowerCase()] = described(operation, schemas)
  return {
    openapi: '3.1.0',
    info: {
      title: 'Doubleread',
      version: '1',
      description: `Studies, releases and evaluations for programs. Send a token from your account page as \`Authorization: Bearer dr_…\`. Offsets are Unicode code points, [start, end). A token may have these scopes: ${tokenScopes.join(', ')}; it never does more than its person.`,
    },
    servers: [{ url: '/api/v1' }],
    tags: tags.filter((name) => operations.some(({ tag }) => tag === name)).map((name) => ({ name })),
    paths,
    components: { schemas: Object.fromEntries(Object.entries(schemas).sort()), securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'dr_ and 43 characters' } } },
  }
}
