import type { SpanColour } from './span-colours'

export type PlotFormat = 'text' | 'number' | 'percent' | 'date'
export type PlotRow = Readonly<Record<string, string | number | null>>
export type PlotSeries = { key: string; label: string; colour?: SpanColour | 'accent' | 'neutral' }
