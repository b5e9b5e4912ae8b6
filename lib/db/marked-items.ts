import type { Tx } from './transaction'

/**
 * How a submission did on each item of its split, a mark an item, and under which verdict; null when it is not of the study, not
 * scored by this rule, or withdrawn.
 */
export async function markedItems(
  tx: Tx,
  { studyId, submission, match }: { studyId: string; submission: string; match: string },
): Promise<{ items: { id: string; verdictId: string }[]; marks: string } | null> {
  const [scored] = await tx.$queryRaw<{ marks: string; release: string; split: string }[]>`
    select o.outcomes #>> '{}' as marks, e.release_id as release, e.split from evaluation e
    join evaluation_outcome o on o.evaluation_id = e.id join release r on r.id = e.release_id
    join submission s on s.id = e.submission_id and s.state <> 'withdrawn'
    where e.submission_id = ${submission}::uuid and e.match = ${match} and r.study_id = ${studyId}::uuid order by e.rules desc limit 1`
  if (!scored) return null
  const items = await tx.$queryRaw<{ id: string; verdictId: string }[]>`
    select external_id as id, verdict_id::text as "verdictId" from release_item where release_id = ${scored.release}::uuid and split = ${scored.split} and record is not null
    order by external_id collate "C"`
  return { items, marks: scored.marks }
}
