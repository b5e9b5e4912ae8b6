import type { ReactNode } from 'react'
import { asSchema, namedIn, schemaAnchor, type Schema } from './document'

/** A schema's type in a few words; a named shape is a link to where it stands. */
export function TypeName({ schema }: { schema: Schema }) {
  return <span className="font-mono text-[0.9em] break-words">{nameOf(schema)}</span>
}

function nameOf(schema: Schema): ReactNode {
  const named = namedIn(schema)
  if (named !== null)
    return (
      <a href={`#${schemaAnchor(named)}`} className="text-accent underline">
        {named}
      </a>
    )
  const options = schema['anyOf'] ?? schema['oneOf']
  if (Array.isArray(options)) return joined(options.map(asSchema).map(nameOf), ' | ')
  if (schema['const'] !== undefined) return JSON.stringify(schema['const'])
  if (Array.isArray(schema['enum'])) return schema['enum'].map((value) => JSON.stringify(value)).join(' | ')
  const { type, format } = schema
  if (type === 'array') return <>{nameOf(asSchema(schema['items']))}[]</>
  if (type === 'object' && schema['properties'] === undefined && schema['additionalProperties'] !== undefined)
    return <>{'{ [name]: '}{nameOf(asSchema(schema['additionalProperties']))}{' }'}</>
  const name = Array.isArray(type) ? type.join(' | ') : typeof type === 'string' ? type : 'any'
  return typeof format === 'string' ? `${name} (${format})` : name
}

const joined = (parts: readonly ReactNode[], between: string): ReactNode =>
  parts.map((part, nth) => (
    <span key={nth}>
      {nth > 0 && between}
      {part}
    </span>
  ))
