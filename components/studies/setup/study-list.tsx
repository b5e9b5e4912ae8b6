import { FolderOpen } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { ProgressBar } from '@/components/ui/progress-bar'

export type ListedStudy = {
  id: string
  href: string
  name: string
  task: string
  archivedAt: Date | null
  items: number
  pool: number
  reading: number
  adjudicating: number
  closed: number
  protocol: number | null
}

/** The studies that a person administers, with how far each is; below, by name alone, those of others. */
export function StudyList({ studies, others }: { studies: readonly ListedStudy[]; others: readonly string[] }) {
  const t = useTranslations('studies')
  return (
    <>
      {studies.length === 0 && <EmptyState icon={<FolderOpen size={32} aria-hidden />} title={t('empty.title')} body={t('empty.body')} />}
      <ul className="grid gap-4 lg:grid-cols-2">
        {studies.map((study) => (
          <li key={study.id}>
            <StudyCard study={study} />
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <Card title={t('others.title')} note={t('others.note')}>
          <ul className="flex flex-wrap gap-x-6 gap-y-1">
            {others.map((name, at) => (
              <li key={at}>{name}</li>
            ))}
          </ul>
        </Card>
      )}
    </>
  )
}

function StudyCard({ study }: { study: ListedStudy }) {
  const t = useTranslations('studies')
  return (
    <Card className="h-full">
      <div className="grid gap-3">
        <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <h2 className="min-w-0 font-serif text-lg font-semibold">
            <Link href={study.href} className="rounded-sm hover:text-accent">
              {study.name}
            </Link>
          </h2>
          {study.archivedAt ? (
            <Badge tone="warn">{t('archived')}</Badge>
          ) : (
            <Badge tone={study.protocol === null ? 'warn' : 'neutral'}>
              {study.protocol === null ? t('card.noProtocol') : t('card.protocol', { number: study.protocol })}
            </Badge>
          )}
        </div>
        <p className="text-sm text-ink-soft">{t(`tasks.${study.task}.name` as never)}</p>
        <ProgressBar
          label={t('card.closed')}
          value={study.closed}
          parts={[{ value: study.closed, tone: 'good' }, { value: study.adjudicating, tone: 'warn' }, { value: study.reading, tone: 'accent' }]}
          max={study.items}
        />
        <p className="text-sm text-ink-soft tabular-nums">
          {t('card.stages', { pool: study.pool, reading: study.reading, adjudicating: study.adjudicating })}
        </p>
      </div>
    </Card>
  )
}
