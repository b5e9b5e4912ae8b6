/** Questions as the admins see them: the item and what was said, never who asked. Every query runs with row security on. */
import type { Tx } from './transaction'
import type { ThreadMessage } from './threads'

export type StudyThread = {
  id: string
  itemId: string
  externalId: string
  opening: string
  language: string | null
  resolvedAt: Date | null
  messages: ThreadMessage[]
}

export async function countThreads(tx: Tx, studyId: string): Promise<{ open: number; resolved: number }> {
  const [row] = await tx.$queryRaw<{ open: number; resolved: number }[]>`
    select (count(*) filter (where resolved_at is null))::int as open, (count(*) filter (where resolved_at is not null))::int as resolved
    from thread where study_id = ${studyId}::uuid`
  return row ?? { open: 0, resolved: 0 }
}

/** Unresolved ones first, the longest-waiting on top; then the resolved ones, newest first. */
export async function threadsOf(
  tx: Tx,
  studyId: string,
  { itemId, resolved, limit, offset = 0 }: { itemId?: string; resolved?: boolean; limit: number; offset?: number },
): Promise<StudyThread[]> {
  const rows = await tx.$queryRaw<
    (Omit<StudyThread, 'messages'> & { messages: (Omit<ThreadMessage, 'at'> & { at: string })[] })[]
  >`
    select t.id, t.item_id as "itemId", i.external_id as "externalId", left(i.text, 200) as opening, i.language, t.resolved_at as "resolvedAt",
      coalesce(m.messages, '[]') as messages
    from thread t join item i on i.id = t.item_id
    left join lateral (select max(at) as last,
        jsonb_agg(jsonb_build_object('id', id, 'fromAdmin', from_admin, 'body', body, 'at', at) order by at) as messages
      from message where thread_id = t.id) m on true
    where t.study_id = ${studyId}::uuid and (${itemId ?? null}::uuid is null or t.item_id = ${itemId ?? null}::uuid)
      and (${resolved ?? null}::boolean is null or (t.resolved_at is not null) = ${resolved ?? null}::boolean)
    order by t.resolved_at desc nulls first, m.last, t.id limit ${limit} offset ${offset}`
  return rows.map((thread) => ({
    ...thread,
    messages: thread.messages.map((message) => ({ ...message, at: new Date(message.at) })),
  }))
}

/** A thread of this very study, locked until the transaction ends. */
export async function lockThread(
  tx: Tx,
  studyId: string,
  threadId: string,
): Promise<{ itemId: string; resolved: boolean } | null> {
  const [row] = await tx.$queryRaw<{ itemId: string; resolved: boolean }[]>`
    select item_id as "itemId", resolved_at is not null as resolved from thread
    where id = ${threadId}::uuid and study_id = ${studyId}::uuid for update`
  return row ?? null
}

export async function appendAnswer(tx: Tx, threadId: string, body: string): Promise<void> {
  await tx.$executeRaw`insert into message (thread_id, from_admin, body) values (${threadId}::uuid, true, ${body})`
}

export async function setResolved(tx: Tx, threadId: string, resolved: boolean): Promise<void> {
  await tx.$executeRaw`update thread set resolved_at = case when ${resolved} then now() end where id = ${threadId}::uuid`
}
