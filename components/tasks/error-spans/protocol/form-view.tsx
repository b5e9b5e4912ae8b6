import { useLocale, useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { SpanTag } from '@/components/ui/span-tag'
import type { Form } from '@/lib/tasks/error-spans/form'

/** A published form, to be read. */
export function FormView({ form: given }: { form: unknown }) {
  const form = given as Form
  const t = useTranslations('protocol')
  const locale = useLocale()
  const { fields } = form
  return (
    <div className="grid gap-6">
      {form.provisional && (
        <div>
          <Badge tone="warn">{t('provisional.badge')}</Badge>
        </div>
      )}
      {form.taxonomy.map((group) => (
        <section key={group.code} className="grid gap-3">
          <h3 className="font-serif text-lg font-semibold">{group.name[locale]}</h3>
          <dl className="grid gap-3">
            {group.types.map((type) => (
              <div key={type.code} className="grid gap-1 sm:grid-cols-[14rem_1fr] sm:gap-4">
                <dt>
                  <SpanTag colour={type.colour} shortcut={type.key}>
                    {type.name[locale]}
                  </SpanTag>
                </dt>
                <dd>
                  {type.definition[locale]}
                  {type.example[locale] && <p className="text-sm text-ink-soft">{t('type.exampleOf', { example: type.example[locale] })}</p>}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <section className="grid gap-2">
        <h3 className="font-serif text-lg font-semibold">{t('fields.title')}</h3>
        <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[14rem_1fr]">
          <dt className="text-ink-soft">{t('fields.correction')}</dt>
          <dd>{t(`fields.obligations.${fields.correction}`)}</dd>
          <dt className="text-ink-soft">{t('fields.explanation')}</dt>
          <dd>{t(`fields.obligations.${fields.explanation}`)}</dd>
          <dt className="text-ink-soft">{t('fields.references')}</dt>
          <dd>{t(fields.references ? 'fields.asked' : 'fields.obligations.off')}</dd>
          {(['difficulty', 'confidence'] as const).map((name) => (
            <div key={name} className="contents">
              <dt className="text-ink-soft">{t(`fields.${name}`)}</dt>
              <dd>{fields[name] ? fields[name].levels.map((level, at) => `${at + 1}. ${level[locale]}`).join(' · ') : t('fields.obligations.off')}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  )
}
