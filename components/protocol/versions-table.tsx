'use client'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { Outcome } from '@/components/studies/setup/outcome'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { DataTable } from '@/components/ui/data-table'
import { ReopenDialog } from './reopen-dialog'

export type ListedVersion = {
  number: number
  note: string
  publishedAt: Date
  judgments: number
  items: number
  held: number
  shown: number
  /** The job that has its items read again just now. */
  reopening: string | null
  href: string
  /** The difference from the version before; null for the first. */
  differenceHref: string | null
}

/** The published versions, newest first, with what was judged under each and the way to have it judged again. */
export function VersionsTable({
  versions,
  reopen,
}: {
  versions: readonly ListedVersion[]
  reopen: (how: { under: number; reason: string; batch: string }) => Promise<Outcome<{ items: number } | { jobId: string }>>
}) {
  const t = useTranslations('protocol.versions')
  const format = useFormatter()
  const newest = versions[0]?.number ?? 0
  return (
    <Card title={t('title')} note={t('note')} flush>
      <DataTable
        caption={t('title')}
        captionHidden
        rows={versions}
        rowKey={({ number }) => String(number)}
        columns={[
          {
            key: 'number',
            header: t('number'),
            names: true,
            cell: ({ number, href }) => (
              <span className="inline-flex items-center gap-2 whitespace-nowrap">
                <Link href={href} className="text-accent underline underline-offset-2">
                  {t('version', { number })}
                </Link>
                {number === newest && <Badge tone="good">{t('inForce')}</Badge>}
              </span>
            ),
          },
          { key: 'published', header: t('published'), cell: ({ publishedAt }) => <span className="whitespace-nowrap">{format.dateTime(publishedAt, { dateStyle: 'medium' })}</span> },
          { key: 'what', header: t('what'), cell: ({ note }) => <span className="block min-w-48 whitespace-pre-line">{note}</span> },
          { key: 'judgments', header: t('judgments'), align: 'end', cell: ({ judgments }) => format.number(judgments) },
          {
            key: 'actions',
            header: <span className="sr-only">{t('actions')}</span>,
            cell: ({ number, differenceHref, items, held, shown, reopening }) => (
              <span className="flex flex-wrap items-center justify-end gap-3">
                {differenceHref && (
                  <Link href={differenceHref} className="text-accent underline underline-offset-2">
                    {t('difference', { number: number - 1 })}
                  </Link>
                )}
                {number < newest && items > 0 && !reopening && <ReopenDialog under={number} items={items} held={held} shown={shown} newest={newest} reopen={reopen} />}
              </span>
            ),
          },
        ]}
      />
    </Card>
  )
}
