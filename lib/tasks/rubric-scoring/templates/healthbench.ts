import { provisionalReward } from '../../rubric/reward'
import type { ProtocolTemplate } from '../../task'
import type { Form } from '../form'
import type { Settings } from '../settings'
import { commonGuideline } from './common-guideline'

/** HealthBench's judgment: every criterion is met or not, the bad ones as well. */
export const healthBench: ProtocolTemplate<Settings, Form> = {
  code: 'healthbench',
  name: { en: 'Signed points (HealthBench)', 'zh-CN': '正负分标准（HealthBench）' },
  summary: { en: 'Each criterion is met or not; criteria with negative points name what must not be there.', 'zh-CN': '每条标准只判断是否符合；负分标准写明不应出现的内容。' },
  guideline: {
    en: `${commonGuideline.en}

- **Met**: everything the criterion asks is there; a part is not enough, but examples after “such as” need not all be there.
- **Violated** (criteria with negative points): the bad thing is there.`,
    'zh-CN': `${commonGuideline['zh-CN']}

- **符合**：标准所要求的全部具备，仅具备一部分不算；“例如”之后的例子不必全部具备。
- **违反**（负分标准）：不应出现的内容出现了。`,
  },
  settings: { tolerance: 'exact' },
  form: { provisional: false, reward: provisionalReward, scale: { partly: false, notApplicable: false }, rationale: 'optional', evidence: 'optional', showsScores: false },
}
