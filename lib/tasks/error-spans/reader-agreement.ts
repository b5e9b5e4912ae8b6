import type { AgreementFacts } from '@/lib/releases/agreement-facts'
import { agreementOf, type AgreementMeasure } from '@/lib/stats/agreement/agreement'
import { bootstrap, type Resampling } from '@/lib/stats/bootstrap'
import { percentileInterval } from '@/lib/stats/percentile-interval'
import { ratingTable } from '@/lib/stats/ratings'
import { align } from '@/lib/spans/align'
import { iouOf, overlapOf } from '@/lib/spans/interval'
import type { Judgment, Span } from './judgment'
import type { Settings, Tolerance } from './settings'

type Measure = AgreementFacts['measures'][number]
const confidence = 0.95

/**
 * How far the independent readers of items agree, gathered item by item: percent and Krippendorff's alpha (nominal) on veracity,
 * and the F1 of spans, 2 · matched / all over every two readers of an item; spans match one to one within the study's tolerance,
 * whatever their type. Intervals by bootstrap over items. Keeps two numbers and the votes of each item. O(items) until
 * `measures`, which is O(resamples · items).
 */
export function readerAgreement({ tolerance }: Settings, resampling: Resampling): {
  add: (readings: readonly { rater: string; answer: Judgment }[]) => void
  measures: () => Measure[]
} {
  const votes: { rater: string; value: string }[][] = []
  const matched: number[] = []
  const all: number[] = []
  const raters = new Set<string>()
  return {
    add(readings) {
      votes.push(readings.map(({ rater, answer }) => ({ rater, value: answer.veracity })))
      for (const { rater } of readings) raters.add(rater)
      let [pairs, spans] = [0, 0]
      for (const [nth, { answer: one }] of readings.entries())
        for (const { answer: other } of readings.slice(nth + 1)) {
          pairs += 2 * matchedSpans(one.spans, other.spans, tolerance)
          spans += one.spans.length + other.spans.length
        }
      matched.push(pairs)
      all.push(spans)
    },
    measures() {
      const table = ratingTable(
        (function* () {
          for (const [item, each] of votes.entries()) for (const vote of each) yield { item: String(item), ...vote }
        })(),
      )
      const onVeracity = (measure: AgreementMeasure): Measure => {
        const level = measure.metric === 'alpha' ? measure.level : null
        return { metric: measure.metric, level, of: 'veracity', ...agreementOf(table, measure, { ...resampling, confidence }) }
      }
      return [
        onVeracity({ metric: 'percent', weights: 'identity' }),
        onVeracity({ metric: 'alpha', level: 'nominal' }),
        { ...spanF1(matched, all, resampling), items: votes.length, raters: raters.size, ratings: table.ratings },
      ]
    },
  }
}

function matchedSpans(one: readonly Span[], other: readonly Span[], tolerance: Tolerance): number {
  const least = tolerance === 'exact' ? 1 : tolerance.overlap
  return align(one, other, { weight: (a, b) => (iouOf(a, b) >= least ? overlapOf(a, b) : 0), compare: (a, b) => a.start - b.start || a.end - b.end }).length
}

function spanF1(matched: readonly number[], all: readonly number[], resampling: Resampling): Pick<Measure, 'metric' | 'level' | 'of' | 'value' | 'reason' | 'interval'> {
  // Items of the same two numbers are interchangeable.
  const kinds = new Map<string, number>()
  const groupOf = matched.map((pairs, item) => {
    const key = `${pairs}/${all[item]}`
    const known = kinds.get(key)
    if (known !== undefined) return known
    kinds.set(key, kinds.size)
    return kinds.size - 1
  })
  const numbers = [...kinds.keys()].map((key) => key.split('/').map(Number) as [number, number])
  const f1 = (times: ArrayLike<number>): number | null => {
    let [pairs, spans] = [0, 0]
    for (const [group, [m, n]] of numbers.entries()) {
      pairs += m * times[group]!
      spans += n * times[group]!
    }
    return spans === 0 ? null : pairs / spans
  }
  const once = new Float64Array(numbers.length)
  for (const group of groupOf) once[group]! += 1
  const value = f1(once)
  const replicates: (number | null)[] = []
  if (value !== null) bootstrap(groupOf, numbers.length, resampling, (times) => replicates.push(f1(times)))
  return {
    metric: 'span-f1',
    level: null,
    of: 'spans',
    value,
    reason: value === null ? 'nothing-marked' : null,
    interval: value === null ? null : percentileInterval(replicates, confidence, all.filter((spans) => spans > 0).length),
  }
}
