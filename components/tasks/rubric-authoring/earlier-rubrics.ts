import { countingCriteria } from '@/lib/tasks/rubric-authoring/disagreement'
import type { Judgment } from '@/lib/tasks/rubric-authoring/judgment'
import type { Earlier } from './changes-view'

/** Verdicts that stood before as rubrics to compare with; of an unusable item there is none. */
export const earlierRubrics = (verdicts: readonly { version: number; answer: unknown }[]): Earlier[] =>
  verdicts.flatMap(({ version, answer }) => (answer === null ? [] : [{ kind: 'verdict', version, criteria: countingCriteria(answer as Judgment) }]))
