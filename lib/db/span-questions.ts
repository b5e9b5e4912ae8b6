/** "Does this name the same error?": pairs of places, without a trace of whose prediction it is. */
import type { OpenPair } from '@/lib/tasks/evaluation'
import type { Tx } from './transaction'

export type SpanPair = OpenPair & { externalId: string }

/** Adds what is not asked yet. @returns how many were added. */
export async function insertSpanQuestions(tx: Tx, releaseId: string, pairs: readonly SpanPair[]): Promise<number> {
  return tx.$executeRaw`
    insert into span_question (release_id, item_id, external_id, gold_start, gold_end, start, "end")
    select ${releaseId}::uuid, r.item_id, p.external_id, p.gold_start, p.gold_end, p.start, p."end"
    from unnest(${pairs.map((pair) => pair.externalId)}::text[], ${pairs.map((pair) => pair.goldStart)}::int[], ${pairs.map((pair) => pair.goldEnd)}::int[],
      ${pairs.map((pair) => pair.start)}::int[], ${pairs.map((pair) => pair.end)}::int[]) as p (external_id, gold_start, gold_end, start, "end")
    join release_item r on r.release_id = ${releaseId}::uuid and r.external_id = p.external_id
    on conflict do nothing`
}

export type SpanAnswer = SpanPair & { same: boolean | null }

/** Everything that was ever asked of a release's split. What stands on an item withdrawn since is shown to nobody any more, and is no match. */
export async function spanAnswers(tx: Tx, releaseId: string, split: string): Promise<SpanAnswer[]> {
  return tx.$queryRaw<SpanAnswer[]>`
    select q.external_id as "externalId", q.gold_start as "goldStart", q.gold_end as "goldEnd", q.start, q."end",
      coalesce(q.same, case when i.stage = 'withdrawn' then false end) as same
    from span_question q join release_item r on r.release_id = q.release_id and r.external_id = q.external_id join item i on i.id = q.item_id
    where q.release_id = ${releaseId}::uuid and r.split = ${split}`
}

/** The next question for an expert: adjudicators of the study who never had a part in the item. Null: none is left. */
export async function claimSpanQuestion(tx: Tx, personId: string, leaseMs: number): Promise<{ id: string; studyId: string; itemId: string } | null> {
  const [row] = await tx.$queryRaw<{ id: string; studyId: string; itemId: string }[]>`
    select id, study_id as "studyId", item_id as "itemId" from claim_span_question(${personId}::uuid, ${leaseMs} * interval '1 millisecond')`
  return row ?? null
}

export type SpanQuestionRow = OpenPair & { id: string; text: string; language: string | null; studyName: string; task: string; same: boolean | null; note: string }

/** A question that the viewer holds or has answered. */
export async function spanQuestion(tx: Tx, id: string): Promise<SpanQuestionRow | null> {
  const [row] = await tx.$queryRaw<SpanQuestionRow[]>`
    select ${id} as id, gold_start as "goldStart", gold_end as "goldEnd", start_ as start, end_ as "end", same, note, body as text, language,
      study_name as "studyName", task
    from span_question_shown(${id}::uuid)`
  return row ?? null
}

/** @returns whether it was the person's to answer, and not answered yet. */
export async function answerSpanQuestion(tx: Tx, id: string, personId: string, same: boolean, note: string): Promise<{ itemId: string } | null> {
  const [row] = await tx.$queryRaw<{ itemId: string }[]>`
    update span_question set same = ${same}, note = ${note}, answered_at = now(), lease_until = null
    where id = ${id}::uuid and person_id = ${personId}::uuid and same is null returning item_id as "itemId"`
  return row ?? null
}

export async function spanQuestionsWaiting(tx: Tx): Promise<{ waiting: number; answered: number }> {
  const [row] = await tx.$queryRaw<{ waiting: number; answered: number }[]>`select waiting, answered from span_questions_waiting()`
  return row ?? { waiting: 0, answered: 0 }
}

/**
 * `withdrawn`: unanswered ones on items that were withdrawn since, which nobody is asked; `reading`: on items that are being read again;
 * `nobody`: for which no adjudicator is left without a part in the item.
 */
export type QuestionCounts = { asked: number; answered: number; withdrawn: number; reading: number; nobody: number }
/** How far the experts are with a split, for the study's admins: of erroneous texts alone anything is asked, so a count of questions counts them. */
export async function questionCounts(tx: Tx, releaseId: string, split: string): Promise<QuestionCounts> {
  const [row] = await tx.$queryRaw<QuestionCounts[]>`select asked, answered, withdrawn, reading, nobody from question_counts(${releaseId}::uuid, ${split})`
  return row ?? { asked: 0, answered: 0, withdrawn: 0, reading: 0, nobody: 0 }
}
