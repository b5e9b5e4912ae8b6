'use client'
import {
  Area,
  Bar,
  CartesianGrid,
  ComposedChart,
  Legend,
  Line,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import type { PlotRow, PlotSeries } from './plot-types'

const fallback = ['accent', 'amber', 'violet', 'emerald', 'rose', 'slate'] as const
const dashes = ['0', '6 3', '2 3', '8 3 2 3', '4 4', '1 4']
const paint = (colour: NonNullable<PlotSeries['colour']>) =>
  colour === 'accent' ? 'var(--accent)' : colour === 'neutral' ? 'var(--edge)' : `var(--span-${colour}-line)`

/** The picture of a Plot, in a file of its own so that the library loads only where there is one. */
export function PlotCanvas({
  kind,
  rows,
  x,
  y,
  series,
  sayX,
  sayY,
}: {
  kind: 'line' | 'area' | 'bar' | 'stacked'
  rows: readonly PlotRow[]
  x: { key: string }
  y: { label?: string; domain?: [number, number] }
  series: readonly PlotSeries[]
  sayX: (value: string | number) => string
  sayY: (value: number) => string
}) {
  const axis = { stroke: 'var(--line)', tick: { fill: 'var(--ink-soft)', fontSize: 12 }, tickLine: false }
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ComposedChart data={[...rows]} margin={{ top: 6, right: 8, bottom: 0, left: 0 }} accessibilityLayer={false}>
        <CartesianGrid stroke="var(--line)" vertical={false} />
        <XAxis dataKey={x.key} tickFormatter={sayX} interval="preserveStartEnd" minTickGap={24} {...axis} />
        <YAxis
          tickFormatter={sayY}
          width={y.label ? 64 : 48}
          axisLine={false}
          {...(y.domain ? { domain: y.domain } : {})}
          {...(y.label
            ? { label: { value: y.label, angle: -90, position: 'insideLeft', fill: 'var(--ink-soft)', fontSize: 12 } }
            : {})}
          {...axis}
        />
        <Tooltip
          isAnimationActive={false}
          labelFormatter={(label) => (typeof label === 'string' || typeof label === 'number' ? sayX(label) : label)}
          formatter={(value) => (typeof value === 'number' ? sayY(value) : String(value ?? '–'))}
          cursor={{ fill: 'var(--sunken)', stroke: 'var(--line)' }}
          contentStyle={{
            background: 'var(--surface)',
            border: '1px solid var(--line)',
            borderRadius: 6,
            fontSize: 13,
            color: 'var(--ink)',
          }}
          labelStyle={{ color: 'var(--ink-soft)' }}
          itemStyle={{ color: 'var(--ink)' }}
        />
        {series.length > 1 && (
          <Legend
            itemSorter={null}
            iconSize={12}
            formatter={(label: string) => <span className="text-sm text-ink-soft">{label}</span>}
          />
        )}
        {series.map((one, at) => {
          const colour = paint(one.colour ?? fallback[at % fallback.length] ?? 'accent')
          const shared = { key: one.key, dataKey: one.key, name: one.label, isAnimationActive: false }
          if (kind === 'bar' || kind === 'stacked')
            return (
              <Bar
                {...shared}
                key={one.key}
                fill={colour}
                maxBarSize={36}
                {...(kind === 'stacked' ? { stackId: 'one' } : {})}
              />
            )
          const stroke = { stroke: colour, strokeWidth: 2, strokeDasharray: dashes[at % dashes.length]! }
          return kind === 'area' ? (
            <Area {...shared} key={one.key} type="linear" fill={colour} fillOpacity={0.12} {...stroke} />
          ) : (
            <Line {...shared} key={one.key} type="linear" dot={rows.length < 3 && { strokeDasharray: '0' }} {...stroke} />
          )
        })}
      </ComposedChart>
    </ResponsiveContainer>
  )
}
