import { authoredItem } from '../rubric/authored-item'
import { healthBenchItem } from '../rubric/healthbench-item'
import { kqaItem } from '../rubric/kqa-item'
import { incomingRubric } from '../rubric/rubric-schema'
import type { TaskImports } from '../task'
import { contentFields } from './content'

/** Rubrics that another study wrote, and rubrics with answers from elsewhere: what graders said of them, and whose they are, go to the seal. */
export const imports: TaskImports = {
  shared: ['native'],
  contentFields: contentFields.extend({ rubric: incomingRubric }),
  records: [
    { code: 'authored', isOne: (record) => 'rubric' in record && 'provenance' in record, itemOf: authoredItem },
    { code: 'healthbench', isOne: (record) => 'rubrics' in record && 'prompt_id' in record, itemOf: healthBenchItem },
    { code: 'kqa', isOne: (record) => 'Question' in record && 'Must_have' in record, itemOf: kqaItem },
  ],
}
