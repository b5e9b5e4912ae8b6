'use client'
import { useFormatter, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { DataTable } from '@/components/ui/data-table'
import { Notice } from '@/components/ui/notice'
import { blindingClaim, blindingExceptions, type BlindingException } from '@/lib/releases/blinding-exceptions'
import type { BlindingStatement } from '@/lib/releases/blinding-statement'

const mostNamed = 20

/** What was checked of the blinding, and every exception to it. A statement that was signed in other words stays in them. */
export function FactsBlinding({ blinding }: { blinding: BlindingStatement }) {
  const t = useTranslations('releases.facts')
  const format = useFormatter()
  const { claim, checked, from, to, exceptions } = blinding
  return (
    <Card title={t('blinding')}>
      <div className="grid gap-3">
        <p className="max-w-[72ch]">{claim === blindingClaim ? t('blindingClaim') : <span lang="en">{claim}</span>}</p>
        <p className="text-sm text-ink-soft">{t('checked', { ...checked, from: format.number(from), to: format.number(to) })}</p>
        {exceptions.length === 0 ? (
          <Notice tone="good">{t('noExceptions')}</Notice>
        ) : (
          <>
            <Notice tone="warn">{t('exceptions', { count: exceptions.length })}</Notice>
            <DataTable
              caption={t('exception')}
              captionHidden
              rows={exceptions}
              rowKey={({ kind }) => kind}
              columns={[
                {
                  key: 'sentence',
                  header: t('exception'),
                  names: true,
                  cell: ({ kind, sentence, items }) => (
                    <>
                      {sentence === blindingExceptions[kind as BlindingException] ? t(`blindingExceptions.${kind as BlindingException}`) : <span lang="en">{sentence}</span>}
                      <span className="block text-sm font-normal text-ink-soft">
                        {items.slice(0, mostNamed).join(', ')} {items.length > mostNamed && t('more', { count: format.number(items.length - mostNamed) })}
                      </span>
                    </>
                  ),
                },
                { key: 'count', header: t('count'), align: 'end', cell: ({ count }) => format.number(count) },
              ]}
            />
          </>
        )}
      </div>
    </Card>
  )
}
