/** A demo study as it stood before anyone read: protocol, members, items with their seals, batches with their seats. */
import { createHash, randomUUID } from 'node:crypto'
import type pg from 'pg'
import { asSystem } from '@/lib/db/as-system'
import { openSeats } from '@/lib/db/seats'
import { taskOf } from '@/lib/tasks/registry'
import type { DemoBatch, DemoItem, DemoStudy, DemoWorld } from '../types'
import { demoWorld } from '../world'
import { momentOf } from './moment-of'
import { placed } from '../placed'

export type LoadedStudy = { studyId: string; protocolId: string; itemIds: Map<string, string> }

export async function loadStudy(
  owner: pg.Client,
  study: DemoStudy,
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
  const itemIds = await loadItems(owner, studyId, study.items, created, demoWorld)
  for (const batch of study.batches) await loadBatch(owner, studyId, batch, itemIds, personIds)
  return { studyId, protocolId, itemIds }
}

async function loadItems(
  owner: pg.Client,
  studyId: string,
  items: DemoItem[],
  created: Date,
  world: DemoWorld,
): Promise<Map<string, string>> {
  const authors = world.people.flatMap(({ conflicts }) =>
    conflicts.filter(({ kind }) => kind === 'person').map(({ value }) => value),
  )
  const ids = new Map<string, string>()
  for (const item of items) {
    const id = randomUUID()
    ids.set(item.id, id)
    const author = authors.find((name) => item.source.includes(name))
    await owner.query(
      `insert into item (id, study_id, external_id, text, text_hash, length, language, specialty, group_key, source, licence, tags, created_at, staged_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13)`,
      [
        id,
        studyId,
        item.id,
        item.text,
        createHash('sha256').update(item.text).digest(),
        [...item.text].length,
        item.language,
        item.specialty,
        item.group ?? null,
        item.source,
        item.licence,
        JSON.stringify({ ...item.tags, ...(author ? { author } : {}) }),
        created,
      ],
    )
    const { veracity, spans } = item.sealed.reference
    const sealed = {
      model: item.sealed.model,
      reference: {
        veracity,
        spans: spans.map(({ type, correction, ...quoted }) => ({
          ...placed(quoted, item.text),
          quote: quoted.quote,
          type,
          correction,
        })),
      },
    }
    await owner.query('insert into seal (item_id, content) values ($1, $2)', [id, JSON.stringify(sealed)])
  }
  return ids
}

async function loadBatch(
  owner: pg.Client,
  studyId: string,
  batch: DemoBatch,
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
}
