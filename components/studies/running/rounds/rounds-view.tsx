'use client'
import { Download } from 'lucide-react'
import Link from 'next/link'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { buttonClasses } from '@/components/ui/button-classes'
import { Card } from '@/components/ui/card'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Plot } from '@/components/ui/plot'
import type { Localised } from '@/lib/locale'
import type { AnotherRound, RoundStatistics, StopRule } from '@/lib/tasks/draft-review'
import { StopRuleNotice } from './stop-rule'

type RoundShown = RoundStatistics & {
  id: string
  name: string
  items: number
  open: number
  reasons: Record<string, number>
  examples: number
  href: string
}

/** How drafts fared, round by round, when to stop, and what a model can learn from. */
export function RoundsView({
  rounds,
  rule,
  due,
  examples,
  reasons,
  hrefs,
}: {
  rounds: readonly RoundShown[]
  rule: StopRule
  due: AnotherRound | null
  examples: number
  reasons: readonly { code: string; name: Localised }[]
  hrefs: { all: string; batches: string; releases: string }
}) {
  const t = useTranslations('running.rounds')
  const format = useFormatter()
  const locale = useLocale()
  const percent = (share: number | null | undefined) => (share === null || share === undefined ? '–' : format.number(share, { style: 'percent', maximumFractionDigits: 1 }))
  const times = new Map<string, number>()
  for (const [code, count] of rounds.flatMap((round) => Object.entries(round.reasons))) times.set(code, (times.get(code) ?? 0) + count)
  const given = [...times]
    .map(([code, count]) => ({ code, name: reasons.find((one) => one.code === code)?.name[locale] ?? code, times: count }))
    .sort((a, b) => b.times - a.times || (a.code < b.code ? -1 : 1))
  return (
    <>
      <PageHeader title={t('title')} lede={t('lede')} />
      {rounds.length === 0 ? (
        <EmptyState title={t('none')} body={t('noneBody')} action={<Link href={hrefs.batches}>{t('toBatches')}</Link>} />
      ) : (
        <div className="grid gap-6">
          <StopRuleNotice rule={rule} due={due} />
          <Card title={t('byRound')}>
            <DataTable
              caption={t('byRound')}
              captionHidden
              stickyNames
              rows={rounds}
              rowKey={({ id }) => id}
              columns={[
                { key: 'name', header: t('round'), names: true, cell: ({ name, open }) => <span className="inline-flex flex-wrap items-center gap-2">{name}{open > 0 && <Badge>{t('running', { count: open })}</Badge>}</span> },
                { key: 'reviewed', header: t('reviewed'), align: 'end', cell: ({ reviewed, items }) => `${reviewed}/${items}` },
                { key: 'passed', header: t('passed'), align: 'end', cell: ({ passed }) => passed },
                { key: 'corrected', header: t('corrected'), align: 'end', cell: ({ corrected }) => corrected },
                { key: 'rejected', header: t('rejected'), align: 'end', cell: ({ rejected }) => rejected },
                { key: 'rate', header: t('passRate'), align: 'end', cell: ({ passRate }) => percent(passRate.value) },
                { key: 'interval', header: t('interval', { confidence: percent(rule.confidence) }), align: 'end', cell: ({ interval }) => (interval ? `${percent(interval.low)} – ${percent(interval.high)}` : '–') },
                { key: 'examples', header: t('examples'), align: 'end', cell: ({ examples: count, href, name }) => (count === 0 ? 0 : <a href={href} download className="text-accent underline underline-offset-2" aria-label={t('examplesOf', { count, name })}>{count}</a>) },
              ]}
            />
          </Card>
          {rounds.some(({ reviewed }) => reviewed > 0) && (<Card>
            <Plot
              title={t('passRate')}
              note={t('plotNote', { confidence: percent(rule.confidence) })}
              rows={rounds.map(({ name, passRate, interval }) => ({ round: name, rate: passRate.value, low: interval?.low ?? null, high: interval?.high ?? null, least: rule.leastPassRate }))}
              x={{ key: 'round', label: t('round') }}
              y={{ format: 'percent', domain: [0, 1] }}
              series={[{ key: 'rate', label: t('passRate'), colour: 'accent' }, { key: 'low', label: t('low'), colour: 'neutral' }, { key: 'high', label: t('high'), colour: 'neutral' }, { key: 'least', label: t('least'), colour: 'amber' }]}
            />
          </Card>)}
          <div className="grid items-start gap-6 md:grid-cols-2">
            <Card title={t('reasons')}>
              <DataTable caption={t('reasons')} captionHidden dense rows={given} rowKey={({ code }) => code} columns={[{ key: 'name', header: t('reason'), names: true, cell: ({ name }) => name }, { key: 'times', header: t('times'), align: 'end', cell: ({ times }) => times }]} />
            </Card>
            <Card title={t('pool')}>
              <div className="grid gap-3">
                <p className="text-ink-soft">{t('poolBody')}</p>
                <p className="font-medium">{t('poolCount', { count: examples })}</p>
                {examples > 0 && (
                  <p>
                    <a href={hrefs.all} download className={buttonClasses('primary', 'medium')}>
                      <Download size={16} aria-hidden />
                      {t('getPool')}
                    </a>
                  </p>
                )}
                <p className="text-sm text-ink-soft">
                  {t.rich('handOn', { link: (words) => <Link href={hrefs.releases} className="text-accent underline underline-offset-2">{words}</Link> })}
                </p>
              </div>
            </Card>
          </div>
        </div>
      )}
    </>
  )
} // prettier-ignore
