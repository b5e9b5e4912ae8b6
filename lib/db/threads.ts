/** Questions about items, blind: a thread has no person in it. */
import type { Tx } from './transaction'

export async function partOf(tx: Tx, personId: string, itemId: string): Promise<{ studyId: string } | null> {
  const [row] = await tx.$queryRaw<{ studyId: string }[]>`
    select i.study_id as "studyId" from hand h join item i on i.id = h.item_id
    where h.item_id = ${itemId}::uuid and h.person_id = ${personId}::uuid and h.role in ('reader', 'adjudicator') and h.ended_at is null`
  return row ?? null
}

/** Adds to the person's thread on the item, opening it if need be; a resolved thread opens again. */
export async function appendQuestion(
  tx: Tx,
  question: { itemId: string; studyId: string; personId: string; body: string },
): Promise<void> {
  const [open] = await tx.$queryRaw<{ id: string }[]>`
    select t.id from thread t join thread_asker a on a.thread_id = t.id
    where t.item_id = ${question.itemId}::uuid and a.person_id = ${question.personId}::uuid limit 1`
  let threadId = open?.id
  if (threadId) await tx.$executeRaw`update thread set resolved_at = null where id = ${threadId}::uuid`
  else {
    const [made] = await tx.$queryRaw<{ id: string }[]>`
      insert into thread (item_id, study_id) values (${question.itemId}::uuid, ${question.studyId}::uuid) returning id`
    threadId = made!.id
    await tx.$executeRaw`insert into thread_asker (thread_id, person_id) values (${threadId}::uuid, ${question.personId}::uuid)`
  }
  await tx.$executeRaw`insert into message (thread_id, from_admin, body) values (${threadId}::uuid, false, ${question.body})`
}

export type ThreadMessage = { id: string; fromAdmin: boolean; body: string; at: Date }

/** The person's own thread on an item, oldest message first. */
export async function threadOf(tx: Tx, personId: string, itemId: string): Promise<ThreadMessage[]> {
  return tx.$queryRaw<ThreadMessage[]>`
    select m.id, m.from_admin as "fromAdmin", m.body, m.at from message m join thread t on t.id = m.thread_id join thread_asker a on a.thread_id = t.id
    where t.item_id = ${itemId}::uuid and a.person_id = ${personId}::uuid order by m.at`
}
