import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useSpecialtyName } from '@/components/people/use-specialty-name'
import { AbsoluteTime } from '@/components/ui/absolute-time'
import { Card } from '@/components/ui/card'
import type { Stage } from '@/lib/workflow/stage'
import { paths } from '@/lib/web/paths'
import { useLanguageName } from '@/components/people/use-language-name'

export type ItemShown = {
  id: string
  externalId: string
  text: string
  content: unknown
  length: number
  language: string | null
  specialty: string | null
  group: string | null
  source: string | null
  licence: string | null
  licenceStated: { since: string; reason: string } | null
  tags: Record<string, unknown>
  stage: Stage
  round: number
  createdAt: Date
  stagedAt: Date
  batch: { id: string; name: string } | null
  seats: number
  held: number
  submitted: number
  judging: boolean
  bared: boolean
}

/** What came with the item and where it stands. */
export function ItemFacts({ item, slug }: { item: ItemShown; slug: string }) {
  const t = useTranslations('items.history')
  const language = useLanguageName()
  const { nameOf } = useSpecialtyName()
  const facts: [string, ReactNode][] = [
    [t('batch'), item.batch && <Link href={paths.itemsWhere(slug, { batch: item.batch.id })}>{item.batch.name}</Link>],
    [t('movedOn'), <AbsoluteTime key="moved" at={item.stagedAt} />],
    [t('imported'), <AbsoluteTime key="made" at={item.createdAt} />],
    [t('language'), item.language && language(item.language)],
    [t('specialty'), item.specialty && nameOf(item.specialty)],
    [t('source'), item.source],
    [t('group'), item.group],
    [t('licence'), item.licence],
    ...(item.licenceStated ? [[t('licenceStated'), <span key="stated"><AbsoluteTime at={item.licenceStated.since} show="date" />: {item.licenceStated.reason}</span>] as [string, ReactNode]] : []),
    [t('text'), t('length', { length: item.length })],
    ...(item.round > 1 ? [[t('round'), item.round] as [string, ReactNode]] : []),
    ...Object.entries(item.tags).map(([name, value]): [string, ReactNode] => [
      name,
      Array.isArray(value) ? value.join(', ') : String(value),
    ]),
  ]
  return (
    <Card title={t('facts')}>
      <dl className="grid grid-cols-[minmax(6rem,auto)_minmax(0,1fr)] gap-x-4 gap-y-1.5">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-sm text-ink-soft">{name}</dt>
            <dd className="break-words">{value || <span className="text-ink-faint">{t('notGiven')}</span>}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
