/** Questions about items, blind: a thread has no person in it. */
import type { SqlTx } from './sql-transaction'
import type { Tx } from './transaction'

/** A part that ended is one too, as long as they are in the study: what they had begun there is still theirs to ask about. */
export async function partOf(tx: Tx, personId: string, itemId: string): Promise<{ studyId: string } | null> {
  const [row] = await tx.$queryRaw<{ studyId: string }[]>`
    select i.study_id as "studyId" from hand h join item i on i.id = h.item_id
    where h.item_id = ${itemId}::uuid and h.person_id = ${personId}::uuid and h.role in ('reader', 'adjudicator')
      and (h.ended_at is null or exists (select from membership m where m.study_id = i.study_id and m.person_id = h.person_id))`
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

export type UnreadAnswer = { itemId: string; studyName: string; opening: string | null; body: string; at: Date }

/** The viewer's threads with an answer that they have not read, the newest first; of each its last answer. */
export async function unreadAnswers(tx: SqlTx): Promise<UnreadAnswer[]> {
  return tx.$queryRaw<UnreadAnswer[]>`
    select t.item_id as "itemId", s.name as "studyName", left(i.text, 160) as opening, m.body, m.at
    from thread_asker a join thread t on t.id = a.thread_id join study s on s.id = t.study_id left join item i on i.id = t.item_id
    join lateral (select left(body, 300) as body, at from message where thread_id = t.id and from_admin order by at desc limit 1) m on true
    where a.person_id = viewer_id() and m.at > coalesce(a.seen_at, '-infinity') order by m.at desc limit 50`
}

export async function seeAnswers(tx: SqlTx, itemId: string): Promise<void> {
  await tx.$executeRaw`select see_answers(${itemId}::uuid)`
}
