import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { asSchema, type Schema } from './document'
import { TypeName } from './type-name'

const deepest = 4

/** The fields of an object, and of the objects inside that have no name of their own. */
export function SchemaFields({ schema, depth = 0 }: { schema: Schema; depth?: number }) {
  const t = useTranslations('api-docs')
  const properties = Object.entries(asSchema(schema['properties'])).map(([name, value]) => [name, asSchema(value)] as const)
  const required = Array.isArray(schema['required']) ? (schema['required'] as string[]) : []
  if (properties.length === 0) return <TypeName schema={schema} />
  return (
    <dl className="grid gap-2">
      {properties.map(([name, field]) => {
        const inside = insideOf(field)
        return (
          <div key={name} className="border-s-2 border-line ps-3">
            <dt className="flex flex-wrap items-baseline gap-x-2">
              <code className="font-mono text-sm font-medium break-all">{name}</code>
              <span className="text-sm text-ink-soft">
                <TypeName schema={field} />
              </span>
              {!required.includes(name) && <Badge>{t('optional')}</Badge>}
            </dt>
            <dd className="text-sm text-ink-soft">
              {typeof field['description'] === 'string' && <p lang="en">{field['description']}</p>}
              {field['default'] !== undefined && <p>{t('default', { value: JSON.stringify(field['default']) })}</p>}
              {inside && depth < deepest && (
                <div className="mt-2">
                  <SchemaFields schema={inside} depth={depth + 1} />
                </div>
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

/** The object that a field is or holds a list of, where it stands right here. */
function insideOf(field: Schema): Schema | null {
  if (field['properties'] !== undefined) return field
  if (field['type'] === 'array') return insideOf(asSchema(field['items']))
  const options = field['anyOf'] ?? field['oneOf']
  return Array.isArray(options) ? (options.map(asSchema).map(insideOf).find(Boolean) ?? null) : null
}
