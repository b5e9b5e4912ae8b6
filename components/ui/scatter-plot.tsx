'use client'
import { useFormatter, useTranslations } from 'next-intl'
import { lazy, type ReactNode } from 'react'
import { PlotFigure } from './plot-figure'

const ScatterCanvas = lazy(() => import('./scatter-canvas').then((module) => ({ default: module.ScatterCanvas })))

/** `mark`: what stands beside the point in the picture, short enough for many of them; '' for nothing. */
export type ScatterPoint = { name: string; mark: string; x: number; y: number; z: number | null }
export type ScatterSeries = { key: string; label: string; colour: 'accent' | 'amber' | 'neutral'; points: ScatterPoint[] }

/** Shares against each other, each point a name; `z` is the point's size. */
export function ScatterPlot({
  title,
  note,
  series,
  x,
  y,
  z,
  height = 300,
}: {
  title: string
  note?: ReactNode
  series: readonly ScatterSeries[]
  x: string
  y: string
  z?: string
  height?: number
}) {
  const t = useTranslations('common')
  const format = useFormatter()
  const say = (value: number) => format.number(value, { maximumFractionDigits: 3 })
  const rows = series.flatMap(({ label, points }) => points.map((point) => ({ ...point, group: label })))
  return (
    <PlotFigure
      title={title}
      note={note}
      height={height}
      canvas={<ScatterCanvas series={series} x={x} y={y} z={z} say={say} />}
      legend={
        <ul aria-hidden className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-ink-soft">
          {series
            .filter(({ points }) => points.length > 0)
            .map(({ key, label, colour }) => (
              <li key={key} className="inline-flex items-center gap-1.5">
                <span className={{ accent: 'text-accent', amber: 'text-warn', neutral: 'text-ink-faint' }[colour]}>{{ accent: '●', amber: '◆', neutral: '▲' }[colour]}</span>
                {label}
              </li>
            ))}
        </ul>
      }
      rows={rows}
      columns={[
        { key: 'mark', header: t('plot.mark'), align: 'end' as const, cell: (row) => row.mark },
        { key: 'name', header: t('plot.name'), names: true, cell: (row) => <bdi>{row.name}</bdi> },
        { key: 'group', header: t('plot.group'), cell: (row) => row.group },
        { key: 'x', header: x, align: 'end' as const, cell: (row) => say(row.x) },
        { key: 'y', header: y, align: 'end' as const, cell: (row) => say(row.y) },
        ...(z ? [{ key: 'z', header: z, align: 'end' as const, cell: (row: ScatterPoint) => (row.z === null ? '–' : say(row.z)) }] : []),
      ]}
    />
  )
}
