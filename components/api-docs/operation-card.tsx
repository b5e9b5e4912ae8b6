import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { Tabs } from '@/components/ui/tabs'
import { CopiedCode } from './copied-code'
import type { ApiDocument, Listed, Parameter } from './document'
import { examplesOf } from './examples'
import { SchemaFields } from './schema-fields'
import { TypeName } from './type-name'

const tones = { GET: 'good', POST: 'accent', PATCH: 'warn' } as const

/** One thing that can be asked: what it takes, what it answers, what it looks like in a shell and in Python. */
export function OperationCard({ operation, document, origin }: { operation: Listed; document: ApiDocument; origin: string }) {
  const t = useTranslations('api-docs')
  const { method, path, summary, description, parameters, requestBody, responses } = operation
  const scopes = operation.security.flatMap((one) => Object.values(one).flat())
  const { curl, python } = examplesOf(operation, document, origin)
  return (
    <article id={operation.operationId} className="scroll-mt-20">
      <Card level={3} title={<span lang="en">{summary}</span>}>
        <div className="grid gap-5">
          <p className="flex flex-wrap items-center gap-2">
            <Badge tone={tones[method as keyof typeof tones] ?? 'neutral'}>{method}</Badge>
            <code className="font-mono text-sm break-all">{path}</code>
            <span className="text-sm text-ink-soft">{scopes.length ? t('scope', { scope: scopes.join(', ') }) : t('anyScope')}</span>
          </p>
          {description && <p lang="en" className="max-w-[72ch] text-ink-soft">{description}</p>}
          {parameters.length > 0 && (
            <section className="grid gap-2">
              <h4 className="font-medium">{t('parameters')}</h4>
              <ul className="grid gap-2">
                {parameters.map((parameter) => (
                  <ParameterLine key={`${parameter.in} ${parameter.name}`} parameter={parameter} />
                ))}
              </ul>
            </section>
          )}
          {requestBody && (
            <section className="grid gap-2">
              <h4 className="font-medium">{t('body')}</h4>
              {requestBody.description && <p lang="en" className="text-sm text-ink-soft">{requestBody.description}</p>}
              <p className="font-mono text-sm break-words text-ink-soft">{Object.keys(requestBody.content).join(', ')}</p>
              {!requestBody.description && Object.values(requestBody.content).map(({ schema }, nth) => <SchemaFields key={nth} schema={schema} />)}
            </section>
          )}
          <section className="grid gap-2">
            <h4 className="font-medium">{t('answers')}</h4>
            <ul className="grid gap-3">
              {Object.entries(responses).map(([status, response]) => (
                <li key={status} className="grid gap-1">
                  <p className="flex flex-wrap items-baseline gap-2">
                    <Badge tone={status.startsWith('2') ? 'good' : 'neutral'}>{status}</Badge>
                    <span lang="en" className="text-sm text-ink-soft">{response.description}</span>
                  </p>
                  {status.startsWith('2') &&
                    Object.entries(response.content ?? {}).map(([type, { schema }]) =>
                      type === 'application/json' ? <SchemaFields key={type} schema={schema} /> : <code key={type} className="font-mono text-sm break-all">{type}</code>,
                    )}
                </li>
              ))}
            </ul>
          </section>
          <Tabs
            label={t('examples', { name: operation.operationId })}
            tabs={[
              { value: 'curl', label: 'curl', content: <CopiedCode label={`curl, ${operation.operationId}`} code={curl} /> },
              { value: 'python', label: 'Python', content: <CopiedCode label={`Python, ${operation.operationId}`} code={python} /> },
            ]}
          />
        </div>
      </Card>
    </article>
  )
}

function ParameterLine({ parameter: { name, in: place, required, description, schema } }: { parameter: Parameter }) {
  const t = useTranslations('api-docs')
  return (
    <li className="border-s-2 border-line ps-3">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <code className="font-mono text-sm font-medium break-all">{name}</code>
        <span className="text-sm text-ink-soft">
          {t(`places.${place}`)} · <TypeName schema={schema} />
        </span>
        {required && <Badge tone="warn">{t('needed')}</Badge>}
      </p>
      {description && <p lang="en" className="text-sm text-ink-soft">{description}</p>}
      {schema['default'] !== undefined && <p className="text-sm text-ink-soft">{t('default', { value: JSON.stringify(schema['default']) })}</p>}
    </li>
  )
}
