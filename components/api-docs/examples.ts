import type { ApiDocument, Listed, Schema } from './document'
import { asSchema, namedIn } from './document'

const token = 'DOUBLEREAD_TOKEN'

/** The same request for a shell and for Python, as short as it can be: what is needed, and no more. */
export function examplesOf(operation: Listed, document: ApiDocument, origin: string): { curl: string; python: string } {
  const needed = operation.parameters.filter(({ in: place, required }) => place === 'query' && required)
  const search = needed.length ? `?${needed.map(({ name, schema }) => `${name}=${String(valueFor(schema, document))}`).join('&')}` : ''
  const url = `${origin}${document.servers[0]?.url ?? ''}${operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => name.toUpperCase())}${search}`
  const [mediaType] = Object.keys(operation.requestBody?.content ?? {})
  const json = mediaType === 'application/json' && operation.requestBody?.description === undefined
  const body = json ? JSON.stringify(valueFor(operation.requestBody!.content[mediaType]!.schema, document)) : null
  const file = Object.keys(operation.responses['200']?.content ?? {}).some((type) => type !== 'application/json')

  const curl = [
    `curl${operation.method === 'GET' ? '' : ` -X ${operation.method}`} "${url}"`,
    `-H "Authorization: Bearer $${token}"`,
    ...(mediaType ? [`-H "Content-Type: ${mediaType}"`] : []),
    ...(body === null ? (mediaType ? ['--data-binary @file.jsonl'] : []) : [`-d '${body}'`]),
    ...(file ? ['--fail -o file'] : []),
  ].join(' \\\n  ')
  const options = [
    `    headers={"Authorization": f"Bearer {os.environ['${token}']}"${json || !mediaType ? '' : `, "Content-Type": "${mediaType}"`}},`,
    ...(body === null ? (mediaType ? ['    data=open("file.jsonl", "rb"),'] : []) : [`    json=${pythonOf(JSON.parse(body))},`]),
  ]
  const python = ['import os, requests', '', `answer = requests.${operation.method.toLowerCase()}(`, `    "${url}",`, ...options, ')', 'answer.raise_for_status()', file ? 'open("file", "wb").write(answer.content)' : 'print(answer.json())'].join('\n')
  return { curl, python }
}

/** A value of a schema that could be sent; only what is required. */
function valueFor(schema: Schema, document: ApiDocument, name = ''): unknown {
  const named = namedIn(schema)
  if (named !== null) return valueFor(document.components.schemas[named] ?? {}, document)
  if (schema['default'] !== undefined) return schema['default']
  if (schema['const'] !== undefined) return schema['const']
  if (Array.isArray(schema['enum'])) return schema['enum'][0]
  const options = schema['anyOf'] ?? schema['oneOf']
  if (Array.isArray(options)) return valueFor(asSchema(options[0]), document, name)
  const required = Array.isArray(schema['required']) ? (schema['required'] as string[]) : []
  switch (schema['type']) {
    case 'object':
      return Object.fromEntries(Object.entries(asSchema(schema['properties'])).flatMap(([key, field]) => (required.includes(key) ? [[key, valueFor(asSchema(field), document, key)]] : [])))
    case 'array':
      return []
    case 'integer':
    case 'number':
      return schema['minimum'] ?? 1
    case 'boolean':
      return false
    default:
      return schema['format'] === 'uuid' ? '00000000-0000-4000-8000-000000000000' : name === '' ? 'test' : name
  }
}

function pythonOf(value: unknown): string {
  if (value === null) return 'None'
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  if (Array.isArray(value)) return `[${value.map(pythonOf).join(', ')}]`
  if (typeof value === 'object') return `{${Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}: ${pythonOf(inner)}`).join(', ')}}`
  return JSON.stringify(value)
}
