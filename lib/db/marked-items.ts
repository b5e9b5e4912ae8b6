import type { Tx } from './transaction'

/** How a submission did on each item of its split, a mark an item; null when it is not of the study, or not scored by this rule. */
export async function markedItems(
  tx: Tx,
  { studyId, submission, match }: { studyId: string; submission: string; match: string },
): Promise<{ ids: string[]; marks: string } | null> {
  const [scored] = await tx.$queryRaw<{ marks: string; release: string; split: string }[]>`
    select o.outcomes #>> '{}' as marks, e.release_id as release, e.split from evaluation e
    join evaluation_outcome o on o.evaluation_id = e.id join release r on r.id = e.release_id
    where e.submission_id = ${submission}::uuid and e.match = ${match} and r.study_id = ${studyId}::uuid`
  if (!scored) return null
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select external_id as id from release_item where release_id = ${scored.release}::uuid and split = ${scored.split} and record is not null
    order by external_id collate "C"`
  return { ids: rows.map(({ id }) => id), marks: scored.marks }
}
