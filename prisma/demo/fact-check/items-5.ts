/** Texts fc-038 to fc-040; the first came with CRLF line breaks and full-width figures, which must survive. */
import { medfact as is } from '../error-types'
import { planted, sound } from '../reference'
import type { DemoItem } from '../types'
import { fact, from } from './fact'

export const items5: DemoItem[] = [
  fact({
    id: 'fc-038',
    specialty: 'nephrology',
    style: 'consultation',
    difficulty: 3,
    source: from.consultation,
    model: 'cedar-med-14b',
    reference: planted('严重低钾血症', is.term, '严重高钾血症'),
    text: [
      '【检验报告解读】　患者：男，６３岁　　透析史：无',
      '血钾（K⁺）　６．８ mmol/L　↑　（参考范围３．５～５．３）',
      '肌酐（Cr）　３８６ μmol/L　↑',
      '碳酸氢根（HCO₃⁻）　１６ mmol/L　↓',
      '',
      '医生回复：您好，根据您上传的报告，血钾已达６．８ mmol/L，属于严重低钾血症，可能引起致命的心律失常，请不要等待门诊，立即前往急诊科，做心电图并复查血钾（排除标本溶血）。急诊可能会用到葡萄糖酸钙、胰岛素加葡萄糖等处理，必要时行血液透析。请带上正在服用的全部药物，尤其是普利类、沙坦类和螺内酯。🚑',
      '',
    ].join('\r\n'),
  }),
  fact({
    id: 'fc-039',
    specialty: 'general-practice',
    style: 'rumour-rebuttal',
    difficulty: 1,
    source: from.rumour,
    model: 'human',
    reference: sound,
    text: `【传言】微波炉加热过的食物带辐射，吃了致癌。

【核查】不实。微波属于非电离辐射，作用是让食物里的水分子快速振动而产热，不会让食物带上放射性，停止工作以后微波随即消失。要注意的是容器和温度：使用标明可微波加热的容器，剩饭剩菜要彻底热透，中心温度达到70℃以上。`,
  }),
  fact({
    id: 'fc-040',
    specialty: 'psychiatry',
    style: 'popular-science',
    difficulty: 4,
    source: from.herbal,
    model: 'aurora-chat-72b',
    reference: planted('得分越高，说明睡眠质量越好', is.concept, '得分越高，说明睡眠质量越差'),
    text: `失眠到什么程度才需要治疗？入睡要花30分钟以上，夜里醒来两次以上，或者早醒后再也睡不着，每周至少3次，持续3个月以上，并且影响到白天的状态，就可以考虑慢性失眠。医生常用匹兹堡睡眠质量指数（PSQI）来做评估，总分0～21分，得分越高，说明睡眠质量越好。

治疗的首选不是安眠药，而是失眠的认知行为治疗：固定起床时间、只在困的时候上床、床只用来睡觉、睡不着就起来。药物可以短期配合使用，应由医生开具并定期评估。睡前喝酒虽然能让人更快入睡，却会打碎后半夜的睡眠，得不偿失。`,
  }),
]
