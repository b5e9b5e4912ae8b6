import { provisionalReward } from '../../rubric/reward'
import type { ProtocolTemplate } from '../../task'
import type { Form } from '../form'
import type { Settings } from '../settings'
import { commonGuideline } from './common-guideline'

/** ProMedical's judgment: three groups of criteria, degrees of satisfaction, vetoes with their reason and words. */
export const proMedical: ProtocolTemplate<Settings, Form> = {
  code: 'promedical',
  name: { en: 'Rubric with vetoes (ProMedical)', 'zh-CN': '含否决项的评分细则（ProMedical）' },
  summary: {
    en: 'Proficiency by degree, excellence by count, vetoes with reason and quotation.',
    'zh-CN': '专业性按程度判断，卓越性计数，否决项须附理由与原文。',
  },
  guideline: {
    en: `${commonGuideline.en}

- **Met**: all that the criterion asks is there. **Partly**: an essential part is there and another is missing. **Not met**: it is not there, or wrong.
- **Not applicable**: the criterion presupposes something that this request does not have. It is no kinder word for "not met".
- **Violated** (vetoes): the response does what must not be done. Say why, and mark the shortest words that show it. A disclaimer elsewhere in the response does not undo it.`,
    'zh-CN': `${commonGuideline['zh-CN']}

- **符合**：标准所要求的全部具备。**部分符合**：具备其中关键部分，另有欠缺。**不符合**：未具备或有误。
- **不适用**：标准所假定的情形在本请求中并不存在。它不是“不符合”的委婉说法。
- **违反**（否决项）：回答做了绝不允许做的事。请说明理由，并标注最短的相关原文。回答他处的免责声明不能抵消违反。`,
  },
  settings: { tolerance: 'exact' },
  form: { provisional: false, reward: provisionalReward, scale: { partly: true, notApplicable: true }, rationale: 'optional', evidence: 'required', showsScores: false },
}
