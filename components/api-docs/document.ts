/** The parts of an OpenAPI 3.1 document that the page shows; as lib/web/api/open-api.ts makes it. */
export type Schema = { readonly [key: string]: unknown }
export type Parameter = { name: string; in: 'path' | 'query' | 'header'; required: boolean; description?: string; schema: Schema }
export type Media = Record<string, { schema: Schema }>
export type ApiOperation = {
  operationId: string
  tags: string[]
  summary: string
  description?: string
  security: Record<string, string[]>[]
  parameters: Parameter[]
  requestBody?: { description?: string; content: Media }
  responses: Record<string, { description: string; content?: Media }>
}
export type ApiDocument = {
  servers: { url: string }[]
  tags: { name: string }[]
  paths: Record<string, Record<string, ApiOperation>>
  components: { schemas: Record<string, Schema> }
}

/** An operation with its address, as the page goes through them. */
export type Listed = ApiOperation & { method: string; path: string }

export const listed = ({ paths }: ApiDocument): Listed[] =>
  Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ ...operation, method: method.toUpperCase(), path })))

const reference = '#/components/schemas/'
/** The name of the shape that a schema points to. */
export const namedIn = (schema: Schema): string | null =>
  typeof schema['$ref'] === 'string' && schema['$ref'].startsWith(reference) ? schema['$ref'].slice(reference.length) : null

export const schemaAnchor = (name: string): string => `schema-${name}`
export const asSchema = (value: unknown): Schema => (value && typeof value === 'object' ? (value as Schema) : {})
