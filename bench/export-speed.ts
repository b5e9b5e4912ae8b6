/** How fast the verdicts of a study stream out as JSON Lines, against COPY TO of the same rows of the same query. */
import { verdictQuery } from '@/lib/db/exported-rows'
import { exportVerdicts } from '@/lib/services/export-verdicts'
import { copyToNowhere, onOneConnection } from './copy'
import { settle, sql } from './database'
import { measured, megabytes } from './peak-memory'
import { median } from './percentile'
import { atLeast, round, type Result } from './result'
import type { Scene } from './scene'
import type { Stages } from './stages'

const rounds = 3

export async function exportSpeed(stages: Stages, items: number): Promise<Result[]> {
  const scene = await stages.scene()
  await stages.opened()
  await closeEverything(scene)
  await settle()
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
    {
      measure: 'export: peak memory',
      value: round(megabytes(Math.max(...exported.map(({ peakBytes }) => peakBytes)))),
      unit: 'MB',
    },
  ]
}

type Pass = { bytes: number; ms: number; peakBytes: number }
const speedOf = ({ bytes, ms }: Pass): number => megabytes(bytes) / (ms / 1000)

async function timed(work: () => Promise<number>): Promise<Pass> {
  const { value, ...rest } = await measured(work)
  return { bytes: value, ...rest }
}

async function exportOnce({ admin, slug }: Scene): Promise<number> {
  const { lines } = await exportVerdicts(admin, { study: slug })
  let bytes = 0
  for await (const piece of lines) bytes += Buffer.byteLength(piece)
  return bytes
}

/** Verdicts for all items that have none, a third with a span; put there by SQL, since only their download is measured. */
async function closeEverything({ studyId, protocolId }: Scene): Promise<void> {
  await sql(
    `insert into verdict (item_id, study_id, protocol_id, version, source, answer)
    select i.id, i.study_id, $2, 1, 'consensus', jsonb_build_object('difficulty', null, 'confidence', null, 'note', '',
      'veracity', case when ascii(i.id::text) % 3 = 0 then 'erroneous' else 'correct' end,
      'spans', case when ascii(i.id::text) % 3 <> 0 then '[]'::jsonb else jsonb_build_array(jsonb_build_object(
        'id', gen_random_uuid(), 'start', 0, 'end', 12, 'quote', substr(i.text, 1, 12), 'type', 'conceptual',
        'correction', 'Another note', 'explanation', 'It is another one.', 'references', '[]'::jsonb)) end)
    from item i where i.study_id = $1 and not exists (select from verdict v where v.item_id = i.id)`,
    [studyId, protocolId],
  )
  await sql(`update item set stage = 'closed' where study_id = $1`, [studyId])
}
