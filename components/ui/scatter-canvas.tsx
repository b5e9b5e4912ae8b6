'use client'
import { CartesianGrid, LabelList, ResponsiveContainer, Scatter, ScatterChart, Tooltip, XAxis, YAxis, ZAxis } from 'recharts'
import type { ScatterPoint, ScatterSeries } from './scatter-plot'

const paint = { accent: 'var(--accent)', amber: 'var(--span-amber-line)', neutral: 'var(--edge)' } as const
const shapes = { accent: 'circle', amber: 'diamond', neutral: 'triangle' } as const

/** The picture of a ScatterPlot, in a file of its own so that the library loads only where there is one. */
export function ScatterCanvas({
  series,
  x,
  y,
  z,
  say,
}: {
  series: readonly ScatterSeries[]
  x: string
  y: string
  z: string | undefined
  say: (value: number) => string
}) {
  const axis = { stroke: 'var(--line)', tick: { fill: 'var(--ink-soft)', fontSize: 12 }, tickLine: false, type: 'number' as const, domain: [0, 1], tickFormatter: say, ticks: [0, 0.25, 0.5, 0.75, 1] }
  const label = { fill: 'var(--ink-soft)', fontSize: 12 }
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ScatterChart margin={{ top: 12, right: 24, bottom: 18, left: 4 }} accessibilityLayer={false}>
        <CartesianGrid stroke="var(--line)" />
        <XAxis dataKey="x" name={x} {...axis} label={{ value: x, position: 'bottom', offset: 0, ...label }} />
        <YAxis dataKey="y" name={y} width={64} {...axis} label={{ value: y, angle: -90, position: 'insideLeft', ...label }} />
        <ZAxis dataKey="z" range={z ? [50, 500] : [80, 80]} domain={[0, 1]} {...(z ? { name: z } : {})} />
        <Tooltip
          isAnimationActive={false}
          content={({ payload }) => {
            const point = payload?.[0]?.payload as ScatterPoint | undefined
            if (!point) return null
            return (
              <div className="rounded-md border border-line bg-surface px-2.5 py-1.5 text-sm shadow-float">
                <p className="font-medium">{point.mark ? `${point.mark} · ${point.name}` : point.name}</p>
                <p className="text-ink-soft">{`${x} ${say(point.x)}`}</p>
                <p className="text-ink-soft">{`${y} ${say(point.y)}`}</p>
                {z && <p className="text-ink-soft">{`${z} ${point.z === null ? '–' : say(point.z)}`}</p>}
              </div>
            )
          }}
        />
        {series.map(({ key, colour, points }) => (
          <Scatter key={key} data={points.map((point) => ({ ...point, z: point.z ?? 0 }))} fill={paint[colour]} fillOpacity={0.55} stroke={paint[colour]} shape={shapes[colour]} isAnimationActive={false}>
            <LabelList dataKey="mark" position="right" fill="var(--ink)" fontSize={11} />
          </Scatter>
        ))}
      </ScatterChart>
    </ResponsiveContainer>
  )
}
