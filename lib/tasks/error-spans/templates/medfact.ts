import type { ProtocolTemplate } from '../../task'
import type { Form } from '../form'
import type { Settings } from '../settings'
import { medfactMedical } from './medfact-medical'
import { medfactOther } from './medfact-other'
import { confidenceLevels, difficultyLevels } from './scales'

/**
 * Medical fact-checking in the manner of MedFact (arXiv 2509.12440). Provisional: the paper's public part names six of eight
 * error types and no definitions, so two types (quantity, logic), all definitions and the grouping are this project's own.
 */
export const medfact: ProtocolTemplate<Settings, Form> = {
  code: 'medfact',
  name: { en: 'MedFact: medical fact-checking', 'zh-CN': 'MedFact：医学事实核查' },
  summary: {
    en: 'Eight types of factual error in two groups; a text has one error or none. Provisional taxonomy.',
    'zh-CN': '两组共八类事实错误；每篇文本至多一处错误。分类体系为暂定。',
  },
  guideline: {
    en: `## What to judge

Decide whether every factual statement of the text holds by current, generally accepted medical knowledge. Call it **erroneous** only when you could show a colleague why; what is merely simplified, old-fashioned or badly put is **correct**.

## What to mark

- Mark the shortest words that, once replaced, make the statement true: the dose rather than the sentence.
- A text holds at most one error. When a wrong premise makes a conclusion wrong, mark the premise.
- The correction replaces the marked words; the explanation says why, in one to three sentences a colleague can check.
- Choose the type by what is wrong with the marked words, not by its consequences. If two types fit, take the more specific one.

## Judge alone

Use textbooks, guidelines and literature freely and note them as references. Do not discuss the text with anyone who may read it too.`,
    'zh-CN': `## 判断什么

请依据当前公认的医学知识，判断文本中的每一项事实陈述是否成立。只有在您能够向同行说明理由时才判为**有误**；仅仅是表述简化、陈旧或欠妥的，判为**无误**。

## 如何标注

- 标注最短的、替换后即可使陈述成立的文字：标剂量，而不是整句。
- 每篇文本至多一处错误。若错误的前提导致结论错误，请标注前提。
- 更正内容直接替换所标注的文字；说明用一至三句话写出理由，便于同行核对。
- 按所标注文字本身错在何处选择类型，而非按其后果。若两类均适用，选更具体的一类。

## 独立判断

可自由查阅教科书、指南与文献，并记为参考依据。请勿与可能阅读同一文本的人讨论。`,
  },
  settings: { errorsPerText: 'exactly-one', tolerance: { overlap: 0.5 } },
  form: {
    provisional: true,
    taxonomy: [
      { code: 'medical', name: { en: 'Medical', 'zh-CN': '医学性错误' }, types: medfactMedical },
      { code: 'nonMedical', name: { en: 'Non-medical', 'zh-CN': '非医学性错误' }, types: medfactOther },
    ],
    fields: {
      difficulty: { levels: difficultyLevels },
      confidence: { levels: confidenceLevels },
      correction: 'required',
      explanation: 'required',
      references: true,
    },
  },
}
