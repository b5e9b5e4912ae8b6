import type { Message } from '../../conversation/prompt'
import type { Response } from '../../conversation/responses'
import type { ItemRubric } from '../../rubric/rubric-schema'
import type { JsonObject } from '../../task'
import type { CriterionLabel } from '../judgment'
import type { DerivedPreference, ResponseScores } from '../scores'

/** Records that writers are given come from `verdictRecord` or from a reader, both of this shape. */
export type ScoringRecord = {
  id: string
  prompt: Message[]
  rubric: ItemRubric
  responses: Response[]
  labels: CriterionLabel[]
  scores: ResponseScores[]
  preferences: DerivedPreference[]
  tags: JsonObject
  specialty: string | null
  reference?: unknown
}

export const asScoring = (record: JsonObject): ScoringRecord => record as unknown as ScoringRecord

export const textsOf = ({ responses }: ScoringRecord): Map<string, string> => new Map(responses.map(({ id, text }) => [id, text]))
