'use client'
import { useFormatter } from 'next-intl'
import { lazy, type ReactNode } from 'react'
import { PlotFigure } from './plot-figure'
import type { PlotFormat, PlotRow, PlotSeries } from './plot-types'

const PlotCanvas = lazy(() => import('./plot-canvas').then((module) => ({ default: module.PlotCanvas })))

/** Numbers as a picture, always with the numbers themselves behind it. */
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
  const format = useFormatter()
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
    <PlotFigure
      title={title}
      note={note}
      height={height}
      canvas={<PlotCanvas kind={kind} rows={rows} x={x} y={y ?? {}} series={series} sayX={(v) => say(v, x.format)} sayY={(v) => say(v, yFormat)} />}
      rows={rows}
      columns={[
        { key: x.key, header: x.label, names: true, cell: (row) => say(row[x.key], x.format) },
        ...series.map((one) => ({ key: one.key, header: one.label, align: 'end' as const, cell: (row: PlotRow) => say(row[one.key], yFormat) })),
      ]}
    />
  )
}
