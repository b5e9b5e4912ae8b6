'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { languageNames } from '@/components/studies/setup/language-names'
import { reached, type Outcome } from '@/components/studies/setup/outcome'
import { useFailureWords } from '@/components/studies/setup/use-failure-words'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { toast } from '@/components/ui/toast'
import { locales, type Locale } from '@/lib/locale'

export type DraftSource = { kind: 'newest' } | { kind: 'template'; code: string; locale: Locale }
export type OfferedTemplate = { code: string; name: string; summary: string; provisional: boolean }

/** The ways to begin a draft: from the newest version, or from a template, in one of its languages. */
export function StartDraft({
  newest,
  templates,
  locale,
  start,
}: {
  newest: number | null
  templates: readonly OfferedTemplate[]
  locale: Locale
  start: (from: DraftSource) => Promise<Outcome<void>>
}) {
  const t = useTranslations('protocol.start')
  const router = useRouter()
  const { sentence } = useFailureWords()
  const [language, setLanguage] = useState<Locale>(locale)
  const [pending, setPending] = useState<string | null>(null)
  const nameOf = languageNames(locale)
  const begin = async (from: DraftSource) => {
    setPending(from.kind === 'newest' ? 'newest' : from.code)
    const outcome = await reached(start(from))
    if (!outcome.ok) toast(sentence(outcome.failure), { tone: 'danger' })
    router.refresh()
    setPending(null)
  }
  return (
    <div className="grid gap-4">
      {newest !== null && (
        <div>
          <Button variant="primary" pending={pending === 'newest'} onClick={() => void begin({ kind: 'newest' })}>
            {t('newest', { number: newest + 1 })}
          </Button>
          <p className="mt-1.5 text-sm text-ink-soft">{t('newestNote', { number: newest })}</p>
        </div>
      )}
      {newest === null && (
        <>
          <SegmentedControl label={t('language')} value={language} onChange={setLanguage} options={locales.map((one) => ({ value: one, label: nameOf(one) }))} className="max-w-sm" />
          <div className="grid gap-4 md:grid-cols-2">
            {templates.map(({ code, name, summary, provisional }) => (
              <Card key={code} title={name} level={3}>
                <div className="grid gap-3">
                  <p className="text-ink-soft">{summary}</p>
                  {provisional && (
                    <div>
                      <Badge tone="warn">{t('provisional')}</Badge>
                    </div>
                  )}
                  <div>
                    <Button pending={pending === code} onClick={() => void begin({ kind: 'template', code, locale: language })}>
                      {t('template')}
                      <span className="sr-only">: {name}</span>
                    </Button>
                  </div>
                </div>
              </Card>
            ))}
          </div>
        </>
      )}
    </div>
  )
}
