'use client'
import { useTranslations } from 'next-intl'
import { Dialog } from '@/components/ui/dialog'
import { MarkdownView } from '@/components/ui/markdown-view'
import { SpanTag } from '@/components/ui/span-tag'
import type { Locale } from '@/lib/locale'
import type { Form } from '@/lib/tasks/error-spans/form'

/** The guideline in force and the types with their definitions, beside the text. Loaded when first opened. */
export function GuidelineSheet({
  guideline,
  form,
  locale,
  onClose,
}: {
  guideline: string
  form: Form
  locale: Locale
  onClose: () => void
}) {
  const t = useTranslations('error-spans.guideline')
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('title')} size="sheet">
      <MarkdownView source={guideline} top={3} />
      <h3 className="mt-8 mb-3 font-serif text-lg font-semibold">{t('types')}</h3>
      {form.taxonomy.map((group) => (
        <section key={group.code} className="mb-5">
          {form.taxonomy.length > 1 && <h4 className="mb-2 text-sm font-medium text-ink-soft">{group.name[locale]}</h4>}
          <dl className="grid gap-4">
            {group.types.map((type) => (
              <div key={type.code}>
                <dt>
                  <SpanTag colour={type.colour} shortcut={type.key}>
                    {type.name[locale]}
                  </SpanTag>
                </dt>
                {type.definition[locale] && <dd className="mt-1">{type.definition[locale]}</dd>}
                {type.example[locale] && (
                  <dd className="text-sm text-ink-soft">{t('example', { example: type.example[locale] })}</dd>
                )}
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  )
}
