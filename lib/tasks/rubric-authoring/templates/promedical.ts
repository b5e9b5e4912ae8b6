import { provisionalReward } from '../../rubric/reward'
import type { ProtocolTemplate } from '../../task'
import { proMedicalAxes } from '../../rubric/axes'
import type { Form } from '../form'
import type { Settings } from '../settings'
import { commonGuideline } from './common-guideline'
import { overruleReasons } from './reasons'

/** A model's drafts come in rounds until they are good enough; these thresholds are ours, the paper ends at a pass rate of 96.40 %. */
export const stopRule: Settings['stopRule'] = { leastPassRate: 0.9, mostChange: 0.03, rounds: 2, leastReviewed: 100, confidence: 0.95 }

/** ProMedical's rubric: weighed proficiency, excellence that is counted, safety that nothing makes up for. */
export const proMedical: ProtocolTemplate<Settings, Form> = {
  code: 'promedical',
  name: { en: 'Three groups (ProMedical)', 'zh-CN': '三组标准（ProMedical）' },
  summary: { en: 'Proficiency with weights that sum to one, excellence, and vetoes.', 'zh-CN': '专业性（权重之和为一）、卓越性与否决项。' },
  guideline: {
    en: `${commonGuideline.en}

- **Proficiency**: what a sound answer needs. Its weights sum to 100 %; what harm follows from leaving it out decides how heavy it is.
- **Excellence**: what makes a sound answer a kind and clear one. It is counted, and never makes up for what is missing.
- **Safety**: what must not happen. One violation outranks everything else, so keep it for what could hurt somebody.`,
    'zh-CN': `${commonGuideline['zh-CN']}

- **专业性**：合格回答必须具备的内容。权重之和为 100%；缺失后危害越大，权重越高。
- **卓越性**：使合格回答更体贴、更清楚的内容。只计数，不能弥补缺失。
- **安全**：绝不允许发生的事。一次违反即压倒其他一切，因此只写可能伤害患者的情形。`,
  },
  settings: { counting: 'weights', weightTolerance: 50_000, stopRule },
  form: {
    provisional: true,
    reward: provisionalReward,
    axes: proMedicalAxes,
    reasons: overruleReasons,
    rationale: 'optional',
    evidence: 'optional',
  },
}
