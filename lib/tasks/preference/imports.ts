import { rewardBenchItem } from '../conversation/imports/reward-bench-item'
import { trlItem } from '../conversation/imports/pair-item'
import { ultraMedicalItem } from '../conversation/imports/ultramedical-item'
import type { TaskImports } from '../task'

const isPair = (record: Record<string, unknown>) => 'chosen' in record && ('rejected' in record || 'reject' in record)

/** Pairs and their labels from elsewhere: which response was chosen, and whose they are, go to the seal. */
export const imports: TaskImports = {
  shared: ['native'],
  records: [
    { code: 'reward-bench', isOne: (record) => isPair(record) && 'subset' in record, itemOf: rewardBenchItem },
    { code: 'trl', isOne: isPair, itemOf: trlItem },
    { code: 'ultramedical', isOne: (record) => 'conversations' in record, itemOf: ultraMedicalItem },
  ],
}
