'use client'
import { useTranslations } from 'next-intl'
import { useRouter, useSearchParams } from 'next/navigation'
import { useCallback, useMemo, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { VirtualTable } from '@/components/ui/virtual-table'
import { toast } from '@/components/ui/toast'
import { paths } from '@/lib/web/paths'
import type { Outcome } from '../../setup/outcome'
import { ReasonDialog } from '../reason-dialog'
import { useItemColumns } from './item-columns'
import { ItemFilterBar, type Facets } from './item-filters'
import { itemParams, itemQueryOf, type ItemFilters, type ItemQuery } from './item-query'
import { useItemPages } from './use-item-pages'

/** As many as the service takes at once. */
const mostMarked = 500

/** A hundred thousand items or one: filtered, sorted and searched by the server, with what is shown kept in the address. */
export function ItemsTable({
  slug,
  facets,
  withdraw,
}: {
  slug: string
  facets: Facets
  withdraw: (items: { itemIds: string[]; reason: string }) => Promise<Outcome<{ withdrawn: number }>>
}) {
  const t = useTranslations('items')
  const common = useTranslations('common')
  const router = useRouter()
  const params = useSearchParams()
  const query = useMemo(() => itemQueryOf(params), [params])
  const [version, setVersion] = useState(0)
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const { count, failed, rowAt, onRange, retry } = useItemPages(slug, query, version)
  // The browser's own history call: the page need not be rendered anew for what only the table shows.
  const go = useCallback(
    (next: ItemQuery) => window.history.replaceState(null, '', paths.itemsWhere(slug, itemParams(next))),
    [slug],
  )
  const filter = useCallback((filters: ItemFilters) => go({ filters, sort: query.sort }), [go, query.sort])
  const mark = (id: string, on: boolean) =>
    setMarked((before) => {
      const after = new Set(before)
      if (on && after.size < mostMarked) after.add(id)
      else if (on) toast(t('tooMany', { most: mostMarked }), { tone: 'warn' })
      else after.delete(id)
      return after
    })
  const columns = useItemColumns((id) => marked.has(id), mark)
  return (
    <>
      <ItemFilterBar facets={facets} filters={query.filters} onChange={filter} />
      {failed && (
        <Notice tone="danger" live action={<Button onClick={retry}>{common('retry')}</Button>}>
          {t('failed')}
        </Notice>
      )}
      <div className="flex min-h-9 flex-wrap items-center gap-3" role="status">
        <span className="text-ink-soft tabular-nums">{count === null ? t('loading') : t('count', { count })}</span>
        {marked.size > 0 && (
          <>
            <span className="font-medium">{t('selected', { count: marked.size })}</span>
            <Button variant="plain" size="small" onClick={() => setMarked(new Set())}>
              {t('unselect')}
            </Button>
            <ReasonDialog
              trigger={<Button size="small">{t('withdraw.action')}</Button>}
              title={t('withdraw.title', { count: marked.size })}
              body={t('withdraw.body')}
              confirmLabel={t('withdraw.confirm')}
              act={(reason) => withdraw({ itemIds: [...marked], reason })}
              onDone={() => {
                toast(t('withdraw.done', { count: marked.size }), { tone: 'good' })
                setMarked(new Set())
                setVersion((before) => before + 1)
              }}
            />
          </>
        )}
      </div>
      <Card flush>
        <VirtualTable
          caption={t('title')}
          columns={columns}
          rowCount={count ?? 12}
          rowAt={rowAt}
          rowName={(row) => `${row.externalId}: ${row.opening.slice(0, 60)}`}
          onRange={onRange}
          onOpen={(row) => router.push(paths.item(slug, row.id))}
          sort={query.sort}
          onSort={(sort) => go({ filters: query.filters, sort })}
          minWidth="74rem"
          empty={t('none')}
        />
      </Card>
    </>
  )
}
