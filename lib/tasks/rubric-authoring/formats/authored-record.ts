import type { Message } from '../../conversation/prompt'
import type { Response } from '../../conversation/responses'
import type { ItemRubric } from '../../rubric/rubric-schema'
import type { JsonObject } from '../../task'
import type { Review } from '../judgment'

/** Records that writers are given come from `verdictRecord` or from a reader, both of this shape. */
export type AuthoredRecord = {
  id: string
  prompt: Message[]
  draft: ItemRubric | null
  references: string[]
  responses: Response[]
  review: Review | null
  reasons: string[]
  rubric: ItemRubric | null
  tags: JsonObject
  source: string | null
  reference?: unknown
}

export const asAuthored = (record: JsonObject): AuthoredRecord => record as unknown as AuthoredRecord
