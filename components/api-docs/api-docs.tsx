import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { CodeText } from '@/components/ui/code-text'
import { PageHeader } from '@/components/ui/page-header'
import { SectionHeading } from '@/components/ui/section-heading'
import { listed, schemaAnchor, type ApiDocument } from './document'
import { OperationCard } from './operation-card'
import { SchemaFields } from './schema-fields'

/** The interface for programs, as its own description says it. Its words are English, the page's are the person's. */
export function ApiDocs({ document, origin, documentHref, accountHref }: { document: ApiDocument; origin: string; documentHref: string; accountHref: string }) {
  const t = useTranslations('api-docs')
  const operations = listed(document)
  const groups = document.tags.map(({ name }) => ({ name, operations: operations.filter(({ tags }) => tags.includes(name)) }))
  return (
    <div className="mx-auto grid w-full max-w-6xl min-w-0 gap-8 lg:grid-cols-[14rem_minmax(0,1fr)]">
      <PageHeader title={t('title')} lede={t('lede')} className="lg:col-span-2" />
      <nav aria-label={t('contents')} className="lg:sticky lg:top-4 lg:max-h-[calc(100dvh-2rem)] lg:self-start lg:overflow-y-auto">
        <ul className="grid gap-3 text-sm">
          {groups.map((group) => (
            <li key={group.name}>
              <a href={`#${group.name}`} className="inline-block min-h-6 font-medium underline-offset-2 hover:underline">{t(`tags.${group.name}` as never)}</a>
              <ul className="mt-1 grid gap-1 border-s border-line ps-3">
                {group.operations.map(({ operationId, summary }) => (
                  <li key={operationId} lang="en">
                    <a href={`#${operationId}`} className="inline-block min-h-6 py-0.5 text-ink-soft underline-offset-2 hover:underline">{summary}</a>
                  </li>
                ))}
              </ul>
            </li>
          ))}
          <li>
            <a href="#shapes" className="inline-block min-h-6 font-medium underline-offset-2 hover:underline">{t('shapes')}</a>
          </li>
        </ul>
      </nav>
      <div className="grid min-w-0 gap-8">
        <Card title={t('begin')}>
          <div className="grid max-w-[72ch] gap-3">
            <p>
              {t.rich('token', {
                account: (words) => <a href={accountHref} className="text-accent underline">{words}</a>,
                code: (words) => <CodeText>{words}</CodeText>,
              })}
            </p>
            <p>{t.rich('refusals', { code: (words) => <CodeText>{words}</CodeText> })}</p>
            <p>{t.rich('pages', { code: (words) => <CodeText>{words}</CodeText> })}</p>
            <p>{t.rich('keys', { code: (words) => <CodeText>{words}</CodeText> })}</p>
            <p>
              {t.rich('document', { file: (words) => <a href={documentHref} className="text-accent underline">{words}</a> })}
            </p>
          </div>
        </Card>
        {groups.map((group) => (
          <section key={group.name} className="grid gap-4">
            <SectionHeading id={group.name} className="scroll-mt-20">{t(`tags.${group.name}` as never)}</SectionHeading>
            {group.operations.map((operation) => (
              <OperationCard key={operation.operationId} operation={operation} document={document} origin={origin} />
            ))}
          </section>
        ))}
        <section className="grid gap-4">
          <SectionHeading id="shapes" className="scroll-mt-20">{t('shapes')}</SectionHeading>
          {Object.entries(document.components.schemas).map(([name, schema]) => (
            <article key={name} id={schemaAnchor(name)} className="scroll-mt-20">
              <Card level={3} title={name}>
                <SchemaFields schema={schema} />
              </Card>
            </article>
          ))}
        </section>
      </div>
    </div>
  )
}
