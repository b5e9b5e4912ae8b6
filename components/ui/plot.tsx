'use client'
import { useFormatter, useTranslations } from 'next-intl'
import { lazy, Suspense, useSyncExternalStore, type ReactNode } from 'react'
import { DataTable } from './data-table'
import type { PlotFormat, PlotRow, PlotSeries } from './plot-types'
import { Skeleton } from './skeleton'

const PlotCanvas = lazy(() => import('./plot-canvas').then((module) => ({ default: module.PlotCanvas })))
const never = () => () => {}

/**
 * Numbers as a picture, always with the numbers themselves behind it. The picture is for the eye only; the table is what
 * a screen reader gets.
 */
export function Plot({
  title,
  note,
  kind = 'line',
  rows,
  x,
  y,
  series,
  height = 240,
}: {
  title: string
  note?: ReactNode
  kind?: 'line' | 'area' | 'bar' | 'stacked'
  rows: readonly PlotRow[]
  x: { key: string; label: string; format?: PlotFormat }
  y?: { label?: string; format?: PlotFormat; domain?: [number, number] }
  series: readonly PlotSeries[]
  height?: number
}) {
  const t = useTranslations('common')
  const format = useFormatter()
  const inBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const say = (value: PlotRow[string] | undefined, as: PlotFormat = 'text') => {
    if (value === null || value === undefined) return '–'
    if (as === 'date') return format.dateTime(new Date(value), { month: 'short', day: 'numeric' })
    if (typeof value === 'string' || as === 'text') return String(value)
    return format.number(
      value,
      as === 'percent' ? { style: 'percent', maximumFractionDigits: 1 } : { maximumFractionDigits: 2 },
    )
  }
  const yFormat = y?.format ?? 'number'
  return (
    <figure className="grid min-w-0 gap-3">
      <figcaption>
        <span className="block text-base font-medium">{title}</span>
        {note && <span className="block text-sm text-ink-soft">{note}</span>}
      </figcaption>
      <div aria-hidden style={{ height }}>
        {inBrowser ? (
          <Suspense fallback={<Skeleton className="size-full" />}>
            <PlotCanvas
              kind={kind}
              rows={rows}
              x={x}
              y={y ?? {}}
              series={series}
              sayX={(v) => say(v, x.format)}
              sayY={(v) => say(v, yFormat)}
            />
          </Suspense>
        ) : (
          <Skeleton className="size-full" />
        )}
      </div>
      <details className="text-sm">
        <summary className="inline-block min-h-6 text-ink-soft hover:text-ink">{t('plot.showTable')}</summary>
        <DataTable
          caption={title}
          captionHidden
          dense
          className="mt-2 max-h-72 overflow-y-auto"
          rows={rows}
          rowKey={(_, index) => String(index)}
          columns={[
            { key: x.key, header: x.label, names: true, cell: (row) => say(row[x.key], x.format) },
            ...series.map((one) => ({
              key: one.key,
              header: one.label,
              align: 'end' as const,
              cell: (row: PlotRow) => say(row[one.key], yFormat),
            })),
          ]}
        />
      </details>
    </figure>
  )
}
