import type { Tx } from './transaction'

export type ScoredSubmission = { id: string; system: string; split: string; version: string; matches: string[] }

/** What systems of a study's releases were scored on, for rules about which items they find easy. */
export async function scoredSubmissions(tx: Tx, studyId: string): Promise<ScoredSubmission[]> {
  return tx.$queryRaw<ScoredSubmission[]>`
    select s.id, s.system, s.split, r.version, array_agg(e.match order by e.match) as matches
    from submission s join release r on r.id = s.release_id join evaluation e on e.submission_id = s.id
    where r.study_id = ${studyId}::uuid and s.state = 'scored' group by s.id, r.version order by s.created_at desc`
}
