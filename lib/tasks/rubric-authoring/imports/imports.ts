import { ultraMedicalItem } from '../../conversation/imports/ultramedical-item'
import type { TaskImports } from '../../task'
import { healthBenchDraft } from './healthbench-draft'
import { kqaDraft } from './kqa-draft'

/** Instructions from elsewhere, with the rubrics they come with as drafts: what graders said of them goes to the seal. */
export const imports: TaskImports = {
  shared: ['native'],
  records: [
    { code: 'healthbench', isOne: (record) => 'rubrics' in record && 'prompt_id' in record, itemOf: healthBenchDraft },
    { code: 'kqa', isOne: (record) => 'Question' in record && 'Must_have' in record, itemOf: kqaDraft },
    // There is no rubric in it: the reply is a sample to try one on.
    { code: 'ultramedical', isOne: (record) => 'conversations' in record, itemOf: ultraMedicalItem },
  ],
}
