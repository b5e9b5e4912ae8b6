'use client'
import { Download } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { Stat } from '@/components/ui/stat'
import { StatRow } from '@/components/ui/stat-row'
import { CommitImport } from './commit-import'
import { FirstRowsTable, type PreviewRow } from './first-rows-table'
import type { Outcome } from '@/components/studies/setup/outcome'

export type PreviewedImport = {
  state: 'ready' | 'done'
  rows: number
  fresh: number
  known: number
  clash: number
  duplicates: number
  bad: number
  imported: number
  /** Known rows that say something else of their item; items that took it over. */
  differing: number
  corrected: number
}

/** What a file would bring, or has brought: counts first, then the rows behind them. */
export function ImportPreview({
  found,
  jobId,
  rows,
  commitHref,
  refusedHrefs,
  importsHref,
  drop,
}: {
  found: PreviewedImport
  jobId: string | null
  rows: { first: readonly PreviewRow[]; refused: readonly PreviewRow[]; duplicates: readonly PreviewRow[]; differing: readonly PreviewRow[] }
  commitHref: string
  refusedHrefs: { rows: string; report: string }
  importsHref: string
  drop: () => Promise<Outcome<void>>
}) {
  const t = useTranslations('import')
  const format = useFormatter()
  const refused = found.bad
  const nothingNew = found.fresh + found.duplicates === 0
  return (
    <>
      {found.state === 'done' && (
        <Notice tone="good" title={found.imported ? t('done.title', { imported: found.imported }) : t(found.corrected ? 'done.nothingNew' : 'done.nothing')}>
          {found.known + refused > 0 && t('done.body', { known: found.known, refused })}{' '}
          {found.differing > 0 && t('done.differing', { differing: found.differing, corrected: found.corrected })}
        </Notice>
      )}
      {found.state === 'ready' && nothingNew && refused === 0 && found.differing === 0 && (
        <Notice tone="accent" title={t('sameFile.title')}>
          {t('sameFile.body')}
        </Notice>
      )}
      {found.state === 'ready' && found.differing > 0 && (
        <Notice tone="warn" title={t('differing.warning', { differing: found.differing })}>
          {t('differing.body')}
        </Notice>
      )}
      <Card>
        <StatRow>
          <Stat label={t('counts.rows')} value={format.number(found.rows)} />
          <Stat label={t('counts.fresh')} value={format.number(found.fresh)} />
          <Stat label={t('counts.known')} value={format.number(found.known)} note={found.differing ? t('counts.differing', { differing: found.differing }) : t('counts.knownNote')} />
          <Stat label={t('counts.duplicates')} value={format.number(found.duplicates)} note={t('counts.duplicatesNote')} />
          <Stat label={t('counts.refused')} value={format.number(refused)} note={found.clash ? t('counts.clashes', { clash: found.clash }) : t('counts.refusedNote')} />
        </StatRow>
      </Card>
      {found.state === 'ready' && <CommitImport found={found} jobId={jobId} commitHref={commitHref} importsHref={importsHref} drop={drop} />}
      {rows.differing.length > 0 && (
        <Card title={t('differing.title')} note={found.differing > rows.differing.length ? t('duplicates.first', { shown: rows.differing.length }) : t('differing.note')} flush>
          <FirstRowsTable caption={t('differing.title')} rows={rows.differing} />
        </Card>
      )}
      {rows.refused.length > 0 && (
        <Card
          title={t('refused.title')}
          note={refused > rows.refused.length ? t('refused.first', { shown: rows.refused.length, refused }) : t('refused.note')}
          actions={
            <div className="flex flex-wrap gap-2">
              <LinkButton href={refusedHrefs.rows} prefetch={false} size="small" icon={<Download size={15} aria-hidden />} download>
                {t('refused.rows')}
              </LinkButton>
              <LinkButton href={refusedHrefs.report} prefetch={false} size="small" icon={<Download size={15} aria-hidden />} download>
                {t('refused.report')}
              </LinkButton>
            </div>
          }
          flush
        >
          <FirstRowsTable caption={t('refused.title')} rows={rows.refused} />
        </Card>
      )}
      {rows.duplicates.length > 0 && (
        <Card title={t('duplicates.title')} note={found.duplicates > rows.duplicates.length ? t('duplicates.first', { shown: rows.duplicates.length }) : t('duplicates.note')} flush>
          <FirstRowsTable caption={t('duplicates.title')} rows={rows.duplicates} />
        </Card>
      )}
      {rows.first.length > 0 && (
        <Card title={t('setup.first')} flush>
          <FirstRowsTable caption={t('setup.first')} rows={rows.first} />
        </Card>
      )}
    </>
  )
}
