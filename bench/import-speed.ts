/**
 * How fast a file becomes items: parsed, checked, staged, compared with the study and committed, against a COPY of the very
 * same rows (items and seals) into tables with the same columns, constraints, foreign keys and indexes.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { copyFromFile, copyToFile, onOneConnection } from './copy'
import { settle, sql } from './database'
import { median } from './percentile'
import { atLeast, round, type Result } from './result'
import type { Stages } from './stages'

const copies = 3

export async function importSpeed(stages: Stages, items: number): Promise<Result[]> {
  const { studyId } = await stages.scene()
  const { ms, stagingMs } = await stages.imported()
  const copyMs = await copySameRows(studyId)
  const ratio = copyMs / ms
  return [
    {
      measure: 'import',
      value: round((items / ms) * 1000),
      unit: 'rows/s',
      ratio: { value: round(ratio), to: `COPY of the same rows, ${round((items / copyMs) * 1000)} rows/s` },
      goal: atLeast(ratio, 0.5, 'ratio ≥ 0.5'),
    },
    { measure: 'import: reading and staging', value: round(stagingMs), unit: 'ms' },
    { measure: 'import: committing', value: round(ms - stagingMs), unit: 'ms' },
  ]
}

/** The median of a few; an unlucky checkpoint shall not make the product look fast. */
async function copySameRows(studyId: string): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), 'doubleread-bench-'))
  const [itemFile, sealFile] = [path.join(folder, 'item.copy'), path.join(folder, 'seal.copy')]
  await sql('create schema bench')
  try {
    await sql(`create table bench.item (like public.item including all);
      alter table bench.item add foreign key (study_id) references study (id), add foreign key (batch_id) references batch (id);
      create table bench.seal (like public.seal including all);
      alter table bench.seal add foreign key (item_id) references bench.item (id)`)
    const times: number[] = []
    await onOneConnection(async (client) => {
      await copyToFile(client, `select * from item where study_id = '${studyId}'`, itemFile)
      await copyToFile(
        client,
        `select s.* from seal s join item i on i.id = s.item_id where i.study_id = '${studyId}'`,
        sealFile,
      )
      for (let n = 0; n < copies; n++) {
        await client.query('truncate bench.item, bench.seal')
        await settle()
        const began = performance.now()
        await client.query('begin')
        await copyFromFile(client, 'bench.item', itemFile)
        await copyFromFile(client, 'bench.seal', sealFile)
        await client.query('commit')
        times.push(performance.now() - began)
      }
    })
    return median(times)
  } finally {
    await sql('drop schema bench cascade')
    rmSync(folder, { recursive: true, force: true })
  }
}
