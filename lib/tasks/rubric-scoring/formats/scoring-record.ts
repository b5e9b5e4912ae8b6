import { rowId } from '../../conversation/row-id'
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

/** Of every two responses of which one is better, their texts, under the name of its row. */
export function decidedPairs(scoring: ScoringRecord): { id: string; chosen: string; rejected: string; decidedBy: DerivedPreference['decidedBy'] }[] {
  const texts = textsOf(scoring)
  const decided = scoring.preferences.flatMap(({ a, b, preferred, decidedBy }) => (preferred === null ? [] : [{ chosen: texts.get(preferred)!, rejected: texts.get(preferred === a ? b : a)!, decidedBy }]))
  return decided.map((pair, nth) => ({ id: rowId(scoring.id, nth, decided.length), ...pair }))
}
