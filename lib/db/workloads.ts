import type { Tx } from './transaction'

export type Workload = {
  personId: string
  held: number
  submitted: number
  declined: number
  settled: number
  activeMs: number
  /** A calendar day, `YYYY-MM-DD`. */
  lastOn: string | null
}

/** How much members of a study have done, in sums that tell no item: of these people, or of all with null; days as a time zone has them. */
export const workloadsOf = (tx: Tx, studyId: string, people: readonly string[] | null, zone: string): Promise<Workload[]> => tx.$queryRaw<Workload[]>`
  select person_id as "personId", held, submitted, declined, settled, active_ms::float8 as "activeMs", to_char(last_on, 'YYYY-MM-DD') as "lastOn"
  from study_workload(${studyId}::uuid, ${people && [...people]}::uuid[], ${zone})`
