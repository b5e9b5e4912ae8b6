import { jsonLineValues } from '@/lib/formats/json-values'
import { readSpanReading } from '@/lib/formats/read-span-reading'
import { spanF1, type SpanMatch } from '@/lib/stats/span-agreement/span-f1'
import type { SpanReading } from '@/lib/stats/span-agreement/span-reading'
import { Halt } from '../first/halt.mjs'
import { reasons, type AgreementAnswer, type AgreementOptions } from './agreement-answer'
import { misuse } from './chosen'
import { openInput } from './open-input'
import { badRows, nameOf, readRows } from './read-rows'

export const spanMetrics = ['span-f1'] as const

export function spanMatchOf(name: string): SpanMatch {
  if (name === 'exact' || name === 'type') return { kind: name }
  const atLeast = Number(/^overlap:(\d*\.?\d+)$/.exec(name)?.[1])
  if (atLeast > 0 && atLeast <= 1) return { kind: 'overlap', atLeast }
  throw misuse(`There is no match rule "${name}". There are: exact, type, overlap:T with T above 0 and up to 1.`)
}

export async function spanAgreement(
  file: string,
  metric: (typeof spanMetrics)[number],
  match: SpanMatch,
  { confidence, resamples, seed }: AgreementOptions,
): Promise<AgreementAnswer> {
  const readings = await readSpanReadings(file)
  const { value, reason, interval } = spanF1(readings, match, { confidence, resamples, seed })
  const count = (of: (reading: SpanReading) => string) => new Set(readings.map(of)).size
  return {
    metric,
    level: null,
    weights: null,
    value,
    reason: reason && reasons[reason],
    items: count(({ item }) => item),
    raters: count(({ rater }) => rater),
    ratings: readings.length,
    interval,
  }
}

async function readSpanReadings(file: string): Promise<SpanReading[]> {
  const bad = badRows(file)
  const firstLine = new Map<string, number>()
  const lengths = new Map<string, number>()
  const readings: SpanReading[] = []
  for await (const { line, value } of readRows(await openInput(file), jsonLineValues, bad)) {
    const reading = readSpanReading(value)
    if ('reason' in reading) {
      bad.tell(line, reading)
      continue
    }
    const { item, rater, length } = reading
    const key = JSON.stringify([item, rater])
    const first = firstLine.get(key)
    if (first !== undefined) bad.tell(line, { field: null, reason: 'rated-twice', values: { item, rater, first } })
    const known = lengths.get(item) ?? length
    if (length !== known) bad.tell(line, { field: 'length', reason: 'another-length', values: { item, known } })
    firstLine.set(key, first ?? line)
    lengths.set(item, known)
    readings.push(reading)
  }
  bad.end()
  if (readings.length === 0) throw new Halt(`${nameOf(file)} holds no readings.`)
  return readings
}
