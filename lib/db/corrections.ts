/** What a file that comes in again says otherwise of items that are here; of staged rows that are `known`. */
import { Prisma } from './generated/client'
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

/**
 * Items take over what known rows say of them, the last row that speaks of one: group, source and tags until it is closed, language and
 * specialty until it is opened, since its place in the queue goes by them. Never text, content, licence or seal, nor anything of an item
 * that a release holds. Whoever may not judge what an item turns out to be holds it no longer. @returns the items that changed; null while a release is being frozen.
 */
export async function takeOverCorrections(tx: Tx, importId: string, studyId: string, personId: string): Promise<string[] | null> {
  const releases = await tx.$queryRaw<{ state: string }[]>`
    select state::text as state from release where study_id = ${studyId}::uuid and state <> 'frozen' order by id for update`
  if (releases.some(({ state }) => state === 'freezing')) return null
  const [before] = await tx.$queryRaw<{ conflicts: boolean }[]>`select before_corrections(${importId}::uuid) as conflicts`
  const rows = await tx.$queryRaw<{ id: string }[]>`
    update item i set
      language = case when i.stage = 'pool' then coalesce(r.language, i.language) else i.language end,
      specialty = case when i.stage = 'pool' then coalesce(r.specialty, i.specialty) else i.specialty end,
      group_key = coalesce(r.group_key, i.group_key), source = coalesce(r.source, i.source), tags = coalesce(r.tags, i.tags)
    from (select distinct on (external_id) * from import_row where import_id = ${importId}::uuid and fate = 'known'
      order by external_id, line desc, part desc) r
    where i.study_id = ${studyId}::uuid and i.external_id = r.external_id and i.stage in ('pool', 'reading', 'adjudicating') and i.id <> all ((select awaited_by(${personId}::uuid))::uuid[])
      and (r.differs && array['group', 'source', 'tags'] or (i.stage = 'pool' and r.differs && array['language', 'specialty']))
      and not exists (select from release_item held where held.item_id = i.id)
    returning i.id`
  const corrected = rows.map(({ id }) => id)
  if (before?.conflicts) await tx.$queryRaw`select conflicts_of_corrected(${corrected}::uuid[])::text`
  return corrected
}
