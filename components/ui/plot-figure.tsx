import { useTranslations } from 'next-intl'
import { Suspense, useSyncExternalStore, type ReactNode } from 'react'
import type { Column } from './column'
import { DataTable } from './data-table'
import { Skeleton } from './skeleton'

const never = () => () => {}

/**
 * What every plot stands in: its caption, the picture, which is for the eye alone and comes once there is a browser to measure, and
 * behind it the numbers as a table, which is what a screen reader gets.
 */
export function PlotFigure<Row>({
  title,
  note,
  height,
  canvas,
  legend,
  rows,
  columns,
}: {
  title: string
  note?: ReactNode
  height: number
  /** Loaded late. */
  canvas: ReactNode
  legend?: ReactNode
  rows: readonly Row[]
  columns: readonly Column<Row>[]
}) {
  const t = useTranslations('common')
  const inBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const waiting = <Skeleton className="size-full" />
  return (
    <figure className="grid min-w-0 content-start gap-3">
      <figcaption>
        <span className="block text-base font-medium">{title}</span>
        {note && <span className="block text-sm text-ink-soft">{note}</span>}
      </figcaption>
      <div aria-hidden style={{ height }}>
        {inBrowser ? <Suspense fallback={waiting}>{canvas}</Suspense> : waiting}
      </div>
      {legend}
      <details className="text-sm">
        <summary className="inline-block min-h-6 text-ink-soft hover:text-ink">{t('plot.showTable')}</summary>
        <DataTable caption={title} captionHidden dense className="mt-2 max-h-72 overflow-y-auto" rows={rows} rowKey={(_, index) => String(index)} columns={columns} />
      </details>
    </figure>
  )
}
