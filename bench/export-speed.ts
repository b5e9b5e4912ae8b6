/** How fast the verdicts of a study stream out as JSON Lines, against COPY TO of the same rows of the same query. */
import { verdictQuery } from '@/lib/db/exported-rows'
import { copyToNowhere, onOneConnection } from './copy'
import { exportOnce } from './export-once'
import { median } from './percentile'
import { atLeast, megabytes, round, type Result } from './result'
import type { Stages } from './stages'
import { timed } from './timed'

const rounds = 3

export async function exportSpeed(stages: Stages, items: number): Promise<Result[]> {
  const scene = await stages.scene()
  await stages.opened()
  await stages.closed()
  const [exported, copied] = [[] as Pass[], [] as Pass[]]
  for (let n = 0; n < rounds; n++) {
    exported.push(await timed(() => exportOnce(scene)))
    copied.push(await timed(() => onOneConnection((client) => copyToNowhere(client, verdictQuery(scene.studyId)))))
  }
  const [speed, copySpeed] = [median(exported.map(speedOf)), median(copied.map(speedOf))]
  const ratio = speed / copySpeed
  return [
    {
      measure: 'export: verdicts',
      value: round(speed),
      unit: 'MB/s',
      ratio: { value: round(ratio), to: `COPY TO of the same rows, ${round(copySpeed)} MB/s` },
      goal: atLeast(ratio, 0.5, 'ratio ≥ 0.5'),
    },
    { measure: 'export: rows', value: round((items / median(exported.map(({ ms }) => ms))) * 1000), unit: 'rows/s' },
  ]
}

type Pass = { value: number; ms: number }
const speedOf = ({ value, ms }: Pass): number => megabytes(value) / (ms / 1000)
