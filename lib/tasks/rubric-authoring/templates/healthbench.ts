import { provisionalReward } from '../../rubric/reward'
import type { ProtocolTemplate } from '../../task'
import { healthBenchAxes } from '../../rubric/axes'
import type { Form } from '../form'
import type { Settings } from '../settings'
import { commonGuideline } from './common-guideline'
import { stopRule } from './promedical'
import { overruleReasons } from './reasons'

/** HealthBench's rubric: every criterion has points from −10 to 10; negative ones name what must not be there. */
export const healthBench: ProtocolTemplate<Settings, Form> = {
  code: 'healthbench',
  name: { en: 'Signed points (HealthBench)', 'zh-CN': '正负分标准（HealthBench）' },
  summary: { en: 'Criteria worth −10 to 10 points.', 'zh-CN': '每条标准计 −10 至 10 分。' },
  guideline: {
    en: `${commonGuideline.en}

- **Positive points**: what should be there; 10 is what an answer cannot do without.
- **Negative points**: what must not be there, worded as if it were: "Recommends ibuprofen". −10 is what could hurt somebody.`,
    'zh-CN': `${commonGuideline['zh-CN']}

- **正分**：应当出现的内容；10 分为回答不可或缺者。
- **负分**：不应出现的内容，按其出现来表述：“建议使用布洛芬”。−10 分为可能伤害患者者。`,
  },
  settings: { counting: 'points', weightTolerance: 0, stopRule },
  form: {
    provisional: true,
    reward: provisionalReward,
    axes: healthBenchAxes,
    reasons: overruleReasons,
    rationale: 'optional',
    evidence: 'optional',
  },
}
