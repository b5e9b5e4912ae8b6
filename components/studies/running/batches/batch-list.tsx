import { Layers } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { paths } from '@/lib/web/paths'
import { BatchCard } from './batch-card'
import type { BatchChoices, BatchShown, BatchVerbs } from './batch-types'
import { OpenBatchDialog } from './open-batch-dialog'

/** A study's batches, the running ones first, and the way to open the next. */
export function BatchList({
  slug,
  batches,
  readers,
  facets,
  inPool,
  readersPerItem,
  asksTwice,
  protocol,
  today,
  verbs,
}: BatchChoices & {
  slug: string
  batches: readonly BatchShown[]
  inPool: number
  readersPerItem: number
  asksTwice: boolean
  protocol: number | null
  today: string
  verbs: BatchVerbs
}) {
  const t = useTranslations('batches')
  const overview = useTranslations('running.overview')
  const blocked = protocol === null ? t('noProtocol') : inPool === 0 ? t('nothingInPool') : undefined
  const opening = (
    <OpenBatchDialog
      slug={slug}
      readers={readers}
      facets={facets}
      readersPerItem={readersPerItem}
      asksTwice={asksTwice}
      blockedBecause={blocked}
      preview={verbs.preview}
      open={verbs.open}
    />
  )
  return (
    <>
      <PageHeader title={t('title')} lede={t('lede')} actions={batches.length > 0 && opening} />
      {protocol === null && (
        <Notice
          tone="warn"
          title={t('noProtocol')}
          action={<LinkButton href={paths.protocol(slug)}>{overview('toProtocol')}</LinkButton>}
        />
      )}
      {batches.length === 0 ? (
        <EmptyState
          icon={<Layers size={36} aria-hidden />}
          title={t('none')}
          body={t('noneBody', { count: inPool })}
          action={
            inPool === 0 ? (
              <LinkButton variant="primary" href={paths.imports(slug)}>
                {overview('import')}
              </LinkButton>
            ) : (
              opening
            )
          }
        />
      ) : (
        <ul className="grid gap-5">
          {batches.map((batch) => (
            <li key={batch.id}>
              <BatchCard slug={slug} batch={batch} today={today} readers={readers} facets={facets} verbs={verbs} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
