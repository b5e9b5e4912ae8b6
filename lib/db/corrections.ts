/** What a file that comes in again says otherwise of items that are here; of staged rows that are `known`. */
import type { EventDetail } from '@/lib/blinding/event-facts'
import { Prisma } from './generated/client'
import { toldStage } from './told-stage'
import type { Tx } from './transaction'

/** A row that leaves a field out says nothing of it. */
const saysElse = Prisma.sql`array_remove(array[
  case when r.language <> coalesce(i.language, '') then 'language' end, case when r.specialty <> coalesce(i.specialty, '') then 'specialty' end,
  case when r.group_key <> coalesce(i.group_key, '') then 'group' end, case when r.source <> coalesce(i.source, '') then 'source' end,
  case when r.licence <> coalesce(i.licence, '') then 'licence' end, case when r.tags <> i.tags then 'tags' end], null)`

/** Notes of each known row which fields say something else than its item. Right after rows were found to be of items of the study. */
export async function noteDifferences(tx: Tx, importId: string, studyId: string): Promise<void> {
  await tx.$executeRaw`
    update import_row r set differs = ${saysElse} from item i
    where r.import_id = ${importId}::uuid and r.fate = 'known' and i.study_id = ${studyId}::uuid and i.external_id = r.external_id and cardinality(${saysElse}) > 0`
  await tx.$executeRaw`
    update import_row r set differs = coalesce(r.differs, '{}') || array['sealed'] from seals_saying_else(${importId}::uuid) s
    where r.import_id = ${importId}::uuid and r.line = s.line and r.part = s.part`
}

export type Correction = { itemId: string; detail: EventDetail }

/**
 * Items take over what known rows say of them, the last row that speaks of one: group, source and tags until it is closed, language and
 * specialty until it is opened, since its place in the queue goes by them. With a reason also what is closed, and what a release holds: a
 * frozen one keeps its records, the next one says which changed. Never text, content or licence. Whoever may not judge what an item turns out
 * to be holds it no longer. @returns the items that changed, each with what it said before; null while a release is being frozen.
 */
export async function takeOverCorrections(tx: Tx, importId: string, studyId: string, reason: string): Promise<Correction[] | null> {
  const releases = await tx.$queryRaw<{ state: string }[]>`
    select state::text as state from release where study_id = ${studyId}::uuid and state <> 'frozen' order by id for update`
  if (releases.some(({ state }) => state === 'freezing')) return null
  const [before] = await tx.$queryRaw<{ conflicts: boolean }[]>`select before_corrections(${importId}::uuid) as conflicts`
  const reasoned = reason !== ''
  // As far as the viewer is told: whatever is taken over or not tells nothing of what came of an item.
  const queued = Prisma.sql`(i.stage = 'pool' or (${reasoned} and (${toldStage}) = 'closed'))`
  const corrected = await tx.$queryRaw<Correction[]>`
    update item i set
      language = case when ${queued} then coalesce(r.language, i.language) else i.language end,
      specialty = case when ${queued} then coalesce(r.specialty, i.specialty) else i.specialty end,
      group_key = coalesce(r.group_key, i.group_key), source = coalesce(r.source, i.source), tags = coalesce(r.tags, i.tags)
    from (select distinct on (external_id) * from import_row where import_id = ${importId}::uuid and fate = 'known'
      order by external_id, line desc, part desc) r
    join item was on was.study_id = ${studyId}::uuid and was.external_id = r.external_id
    where i.id = was.id and ((${toldStage}) in ('pool', 'reading', 'adjudicating') or (${reasoned} and (${toldStage}) = 'closed'))
      and (r.differs && array['group', 'source', 'tags'] or (${queued} and r.differs && array['language', 'specialty']))
      and (${reasoned} or not exists (select from release_item held where held.item_id = i.id))
    returning i.id as "itemId", (select coalesce(jsonb_object_agg(f.name, jsonb_build_object('from', f.said, 'to', f.says)), '{}') from (values
        ('language', to_jsonb(was.language), to_jsonb(i.language)), ('specialty', to_jsonb(was.specialty), to_jsonb(i.specialty)),
        ('group', to_jsonb(was.group_key), to_jsonb(i.group_key)), ('source', to_jsonb(was.source), to_jsonb(i.source)), ('tags', was.tags, i.tags)) f (name, said, says)
      where f.said is distinct from f.says) as detail`
  if (before?.conflicts) await tx.$queryRaw`select conflicts_of_corrected(${corrected.map(({ itemId }) => itemId)}::uuid[])::text`
  return corrected
}

/** Items seal what the last row that speaks of it says, as far as the viewer knows or may see what they sealed; that stays beside it. @returns the items. */
export async function replaceSeals(tx: Tx, importId: string, studyId: string, reason: string): Promise<string[]> {
  const lastSaid = Prisma.sql`
    (select distinct on (external_id) * from import_row where import_id = ${importId}::uuid and fate = 'known' and sealed is not null
      order by external_id, line desc, part desc) r
    join item i on i.study_id = ${studyId}::uuid and i.external_id = r.external_id`
  const rows = await tx.$queryRaw<{ id: string }[]>`
    insert into seal_version (item_id, version, content, reason)
    select i.id, 1 + coalesce((select max(v.version) from seal_version v where v.item_id = i.id), 0), s.content, ${reason}
    from ${lastSaid} join seals_saying_else(${importId}::uuid) e on e.line = r.line and e.part = r.part left join seal s on s.item_id = i.id
    where i.stage <> 'withdrawn' returning item_id as id`
  const ids = rows.map(({ id }) => id)
  // Not asked again: with its version written, what an item seals is this import's, which is not done yet.
  await tx.$executeRaw`
    insert into seal (item_id, content) select i.id, r.sealed from ${lastSaid} where i.id = any (${ids}::uuid[])
    on conflict (item_id) do update set content = excluded.content`
  return ids
}
