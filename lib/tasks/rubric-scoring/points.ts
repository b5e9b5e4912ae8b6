import type { Label } from '../rubric/scores'
import type { Evidence } from './judgment'

/** What readings say of one criterion of one response; `said` by reading, in the order given, null where one says nothing. */
export type Point = {
  kind: 'label'
  response: string
  criterion: string
  agreed: boolean
  said: ({ label: Label; rationale: string; evidence: Evidence[] } | null)[]
}
