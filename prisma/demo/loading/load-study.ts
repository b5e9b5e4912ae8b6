/** A demo study as it stood before anyone read: protocol, members, items with their seals, batches with their seats. */
import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { asSystem } from '@/lib/db/as-system'
import { openSeats } from '@/lib/db/seats'
import { taskOf } from '@/lib/tasks/registry'
import { keptOf } from '@/lib/tasks/kept-content'
import { people } from '../people'
import type { PlayedStudy } from '../played'
import { momentOf } from './moment-of'

export type LoadedStudy = { studyId: string; protocolId: string; itemIds: Map<string, string> }

export async function loadStudy(
  owner: pg.Client,
  study: PlayedStudy,
  personIds: Map<string, string>,
): Promise<LoadedStudy> {
  const studyId = randomUUID()
  const created = momentOf(study.created)
  await owner.query(
    `insert into study (id, slug, name, description, task, languages, licence, readers_per_item, policy, settings, shows_verdicts, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9::adjudication_policy, $10, $11, $12)`,
    [
      studyId,
      study.key,
      study.name,
      study.description,
      study.task,
      study.languages,
      study.licence,
      study.k,
      study.adjudication,
      JSON.stringify(study.settings),
      study.showVerdicts,
      created,
    ],
  )
  for (const { person, roles } of study.members) {
    for (const role of roles) {
      await owner.query('insert into membership (study_id, person_id, role, since) values ($1, $2, $3::role, $4)', [
        studyId,
        personIds.get(person),
        role,
        created,
      ])
    }
  }
  const protocolId = randomUUID()
  const template = taskOf(study.task).templates.find(({ code }) => code === study.template)!
  await owner.query(
    `insert into protocol (id, study_id, number, guideline, form, note, created_at, updated_at, published_at) values ($1, $2, 1, $3, $4, $5, $6, $6, $6)`,
    [
      protocolId,
      studyId,
      study.guideline,
      JSON.stringify(template.form),
      study.languages[0] === 'zh-CN' ? '首个版本。' : 'First version.',
      created,
    ],
  )
  const itemIds = await loadItems(owner, studyId, study)
  for (const batch of study.batches) await loadBatch(owner, studyId, batch, itemIds, personIds)
  return { studyId, protocolId, itemIds }
}

async function loadItems(owner: pg.Client, studyId: string, { task: code, items, created }: PlayedStudy): Promise<Map<string, string>> {
  const task = taskOf(code)
  const authors = people.flatMap(({ conflicts }) => conflicts.filter(({ kind }) => kind === 'person').map(({ value }) => value))
  const rows = items.map(({ id, content, group, tags, sealed, ...item }) => {
    const { text, rest } = keptOf(task, task.contentFields.parse(content))
    const author = authors.find((name) => item.source.includes(name))
    return { ...item, id: randomUUID(), external_id: id, text, content: rest, group_key: group ?? null, tags: author ? { ...tags, author } : tags, sealed }
  })
  await owner.query(
    `with told as (select * from jsonb_to_recordset($2::jsonb) as t(id uuid, external_id text, text text, content jsonb, language text,
       specialty text, group_key text, source text, licence text, tags jsonb, sealed jsonb)),
     kept as (insert into item (id, study_id, external_id, text, text_hash, length, content, language, specialty, group_key, source, licence, tags, created_at, staged_at)
       select id, $1, external_id, text, sha256(convert_to(text, 'UTF8')), char_length(text), content, language, specialty, group_key, source, licence, tags, $3, $3 from told)
     insert into seal (item_id, content) select id, sealed from told`,
    [studyId, JSON.stringify(rows), momentOf(created)],
  )
  return new Map(rows.map((row) => [row.external_id, row.id]))
}

async function loadBatch(
  owner: pg.Client,
  studyId: string,
  batch: PlayedStudy['batches'][number],
  itemIds: Map<string, string>,
  personIds: Map<string, string>,
): Promise<void> {
  const batchId = randomUUID()
  const opened = momentOf(batch.opened)
  const due =
    batch.dueInDays === null ? null : new Date(Date.now() + batch.dueInDays * 86_400_000).toISOString().slice(0, 10)
  await owner.query(
    'insert into batch (id, study_id, name, readers_per_item, priority, due_on, opened_at) values ($1, $2, $3, $4, $5, $6, $7)',
    [batchId, studyId, batch.name, batch.k, batch.priority, due, opened],
  )
  await owner.query('insert into batch_pool (batch_id, people, specialties, languages) values ($1, $2, $3, $4)', [
    batchId,
    batch.pool.map((key) => personIds.get(key)),
    [],
    [],
  ])
  await asSystem({ reason: 'batch-opened', actor: null, studyId }, async (tx, note) => {
    note({ detail: { batch: batch.name, items: batch.items.length } })
    await openSeats(
      tx,
      batchId,
      batch.items.map((key) => itemIds.get(key)!),
    )
  })
  await owner.query('insert into repeated_item (item_id, study_id) select unnest($1::uuid[]), $2', [
    (batch.twice ?? []).map((key) => itemIds.get(key)),
    studyId,
  ])
}
