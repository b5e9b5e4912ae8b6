/** A release of everything a study has a verdict on, in one open split; put there by SQL, where only what follows is measured. */
import { exportVerdicts } from '@/lib/services/export-verdicts'
import { sql } from './database'
import type { Scene } from './scene'

const rowsPerInsert = 2_000

export async function frozenSplit({ slug, studyId, admin }: Scene): Promise<{ releaseId: string; ids: string[] }> {
  const [release] = await sql<{ id: string }>(`insert into release (study_id, title, recipe) values ($1, 'Bench', '{}') returning id`, [studyId])
  const releaseId = release!.id
  const ids: string[] = []
  const flush = async (records: readonly string[]) => {
    const batch = records.map((record) => (JSON.parse(record) as { id: string }).id)
    ids.push(...batch)
    await sql(
      `insert into release_item (release_id, external_id, item_id, split, cluster, verdict_id, record)
       select $1, given.id, i.id, 'test', given.id, v.id, given.record from unnest($3::text[], $4::text[]) as given (id, record)
       join item i on i.study_id = $2 and i.external_id = given.id join verdict v on v.item_id = i.id and v.version = 1`,
      [releaseId, studyId, batch, records],
    )
  }
  const pending: string[] = []
  let rest = ''
  for await (const piece of (await exportVerdicts(admin, { study: slug })).lines) {
    const lines = (rest + piece).split('\n')
    rest = lines.pop() ?? ''
    pending.push(...lines)
    if (pending.length >= rowsPerInsert) await flush(pending.splice(0))
  }
  await flush(rest ? [...pending, rest] : pending)
  await sql(
    `update release set state = 'frozen', version = '0.1.0', frozen_at = now(), signature = '{}', facts = '{}', manifest = '{}', manifest_hash = '\\x00' where id = $1`,
    [releaseId],
  )
  return { releaseId, ids }
}
