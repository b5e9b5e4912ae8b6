/** Scores as they were computed: added, never changed. */
import type { Difference, Scores } from '@/lib/tasks/evaluation'
import type { Tx } from './transaction'

export type Contestant = { kind: 'system'; submissionId: string } | { kind: 'reader'; pseudonym: string } | { kind: 'readers' }

/** What is kept of a contest: the scores, and by measure how it differs from those scored before, by their evaluation's id. */
export type KeptScores = Scores & {
  against: Record<string, Record<string, Difference>>
  /** Readers alone: items left out because the verdict cannot be made without them, by reason. */
  leftOut?: Record<string, number>
  /** The readers' mean alone: of how many. */
  readers?: number
}

export type NewEvaluation = {
  id: string
  releaseId: string
  split: string
  match: string
  rules: number
  contestant: Contestant
  /** For those who may have the split's labels; everybody else has `told`, where they are hidden. */
  scores: KeptScores
  told: KeptScores | null
  /** A mark an item, in the order of the items' ids by code unit; a space where the contestant did not do it. */
  marks: string
}

/** Nothing where it stands already. */
export async function insertEvaluation(tx: Tx, { id, releaseId, split, match, rules, contestant, scores, told, marks }: NewEvaluation): Promise<void> {
  const submissionId = contestant.kind === 'system' ? contestant.submissionId : null
  const pseudonym = contestant.kind === 'reader' ? contestant.pseudonym : null
  await tx.$executeRaw`
    with made as (
      insert into evaluation (id, release_id, split, kind, submission_id, pseudonym, match, rules, seed, resamples, scores, told)
      values (${id}::uuid, ${releaseId}::uuid, ${split}, ${contestant.kind}, ${submissionId}::uuid, ${pseudonym}, ${match}, ${rules}::int, ${scores.seed}, ${scores.resamples},
        ${JSON.stringify(scores)}::jsonb, ${told && JSON.stringify(told)}::jsonb)
      on conflict (release_id, split, match, rules, kind, (coalesce(submission_id::text, pseudonym, ''))) do nothing returning id)
    insert into evaluation_outcome (evaluation_id, outcomes) select id, to_jsonb(${marks}::text) from made`
}

export type EvaluationRow = {
  id: string
  kind: 'system' | 'reader' | 'readers'
  submissionId: string | null
  pseudonym: string | null
  match: string
  rules: number
  scores: KeptScores
  computedAt: Date
}

/** Every standing score of a split under a match rule, by whatever version of the rules; withdrawn submissions are gone from it. */
export async function evaluationsOf(tx: Tx, releaseId: string, split: string, match: string): Promise<EvaluationRow[]> {
  return tx.$queryRaw<EvaluationRow[]>`
    select e.id, e.kind, e.submission_id as "submissionId", e.pseudonym, e.match, e.rules, scores_told(e.id) as scores, e.computed_at as "computedAt"
    from evaluation e where e.release_id = ${releaseId}::uuid and e.split = ${split} and e.match = ${match}
      and (e.submission_id is null or submission_stands(e.submission_id)) order by e.computed_at, e.id`
}

/** Under every match rule, by the newest version of the rules that it was scored by. */
export async function evaluationsOfSubmission(tx: Tx, submissionId: string): Promise<EvaluationRow[]> {
  return tx.$queryRaw<EvaluationRow[]>`
    select distinct on (match) id, kind, submission_id as "submissionId", pseudonym, match, rules, scores_told(id) as scores, computed_at as "computedAt"
    from evaluation where submission_id = ${submissionId}::uuid order by match, rules desc`
}

/** The marks of evaluations by their ids, for those who may have the split's labels. */
export async function marksOf(tx: Tx, evaluationIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ id: string; marks: string }[]>`
    select evaluation_id as id, outcomes #>> '{}' as marks from evaluation_outcome where evaluation_id = any (${evaluationIds}::uuid[])`
  return new Map(rows.map(({ id, marks }) => [id, marks]))
}

/** `knewLabels`: whether its person could have the labels of the hidden split before they handed it in. `letter`: the how manieth anonymous one it was, for everyone the same; null for those that never were anonymous. */
export type SystemName = { submissionId: string; system: string; mine: boolean; shownAs: 'name' | 'letter'; letter: number | null; knewLabels: boolean }

/** How each submission goes on the board for this viewer: by its name, unless it is anonymous and neither theirs nor their study's. */
export async function namesOnBoard(tx: Tx, releaseId: string, split: string): Promise<SystemName[]> {
  return tx.$queryRaw<SystemName[]>`select submission_id as "submissionId", system, mine, shown_as as "shownAs", letter, knew_labels as "knewLabels" from board_names(${releaseId}::uuid, ${split})`
}

/** A way of scoring: under which match rule, by which version of the task's rules. */
export type ScoredBy = { match: string; rules: number }

export async function readersAreScored(tx: Tx, releaseId: string, split: string, { match, rules }: ScoredBy): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ found: boolean }[]>`
    select exists (select from evaluation where release_id = ${releaseId}::uuid and split = ${split} and match = ${match} and rules = ${rules} and kind = 'readers') as found`
  return row?.found ?? false
}

/** What the readers of a split stand by, where it is an earlier version of the rules alone. */
export async function readersScoredBefore(tx: Tx, releaseId: string, split: string, { match, rules }: ScoredBy): Promise<{ id: string } | null> {
  const [row] = await tx.$queryRaw<{ id: string; rules: number }[]>`
    select id, rules from evaluation where release_id = ${releaseId}::uuid and split = ${split} and match = ${match} and kind = 'readers' order by rules desc limit 1`
  return row && row.rules < rules ? { id: row.id } : null
}

/** Systems that were scored so by earlier versions of the rules alone, in the order they were handed in. */
export async function scoredBefore(tx: Tx, releaseId: string, split: string, { match, rules }: ScoredBy): Promise<{ id: string; predicted: number }[]> {
  return tx.$queryRaw<{ id: string; predicted: number }[]>`
    select s.id, s.predicted from submission s where s.release_id = ${releaseId}::uuid and s.split = ${split} and s.state <> 'withdrawn'
      and (select max(e.rules) from evaluation e where e.submission_id = s.id and e.match = ${match}) < ${rules} order by s.created_at, s.id`
}

/** Whoever writes scores of a split waits for whoever does so now: no two go on the board without knowing of each other. */
export async function lockContest(tx: Tx, releaseId: string, split: string): Promise<void> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`${releaseId}/${split}`}, 9))::text`
}
