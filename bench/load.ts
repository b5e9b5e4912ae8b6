/** Next-seat and submit under load, in milliseconds as a reader's browser would feel them, beside the bare SQL of the same run. */
import { bareSql, type Bare } from './bare-sql'
import { settle } from './database'
import { percentile } from './percentile'
import { readingLoad, type Load } from './reading-load'
import { atMost, round, type Result } from './result'
import { makeReaders } from './scene'
import type { Stages } from './stages'

export async function load(stages: Stages, seconds: number): Promise<Result[]> {
  const base = new URL(process.env['BASE_URL'] ?? '')
  const scene = await stages.scene()
  await stages.opened()
  const readers = await makeReaders(scene.studyId, 220)
  const [busy, calm] = [readers.slice(0, 20), readers.slice(20)]
  await settle()
  // A server that has just started compiles its code first; a real one did so long ago.
  await readingLoad(base, busy.slice(0, 5), { seconds: Math.min(5, seconds), thinkMs: 0 })
  const rushed = await readingLoad(base, busy, { seconds, thinkMs: 0 })
  // Once round for all to have come, then as long as the others.
  const thinkMs = Math.min(10, seconds) * 1000
  const thinking = await readingLoad(base, calm, { seconds: seconds + thinkMs / 1000, thinkMs })
  const bare = await bareSql(scene, Math.max(3, seconds / 3))
  const bareP95 = percentile(bare.ms, 95)
  const barePerSecond = bare.ms.length / bare.seconds
  return [
    ...report('20 readers, no think time', rushed, bareP95),
    {
      measure: '20 readers, no think time: throughput',
      value: round(perSecond(rushed)),
      unit: 'readings/s',
      ratio: {
        value: round(barePerSecond / perSecond(rushed)),
        to: `bare SQL, ${round(barePerSecond)} readings/s, over this`,
      },
    },
    ...report(`200 readers, ${thinkMs / 1000} s think time`, thinking, null),
    {
      measure: `200 readers, ${thinkMs / 1000} s think time: throughput`,
      value: round(perSecond(thinking)),
      unit: 'readings/s',
    },
    ...bareReport(bare),
  ]
}

const perSecond = ({ submitMs, seconds }: Load): number => submitMs.length / seconds

function report(who: string, found: Load, bareP95: number | null): Result[] {
  const rows: Result[] = []
  for (const [what, times] of [
    ['next seat', found.claimMs],
    ['save draft', found.draftMs],
    ['submit', found.submitMs],
  ] as const) {
    for (const p of [50, 95, 99]) {
      const value = round(percentile(times, p))
      const goal = p === 95 && what !== 'save draft' ? { goal: atMost(value, 100, 'p95 < 100 ms') } : {}
      rows.push({ measure: `${who}: ${what} p${p}`, value, unit: 'ms', ...goal })
    }
  }
  if (bareP95 !== null) {
    const value = percentile(found.bothMs, 95)
    const ratio = value / bareP95
    rows.push({
      measure: `${who}: next seat and submit together, p95`,
      value: round(value),
      unit: 'ms',
      ratio: { value: round(ratio), to: `bare SQL p95, ${round(bareP95)} ms` },
      goal: atMost(ratio, 3, 'ratio ≤ 3'),
    })
  }
  for (const error of [...new Set(found.errors)].slice(0, 5)) console.error(`${who}: ${error}`)
  rows.push({
    measure: `${who}: errors`,
    value: found.errors.length,
    unit: '',
    goal: atMost(found.errors.length, 0, 'none'),
  })
  return rows
}

const bareReport = ({ ms, seconds }: Bare): Result[] => [
  { measure: 'bare SQL, 20 connections: throughput', value: round(ms.length / seconds), unit: 'readings/s' },
  ...[50, 95, 99].map((p) => ({
    measure: `bare SQL, 20 connections: p${p}`,
    value: round(percentile(ms, p)),
    unit: 'ms',
  })),
]
