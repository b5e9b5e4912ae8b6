import type { ErrorType } from '../form'

/** The non-medical error types of the provisional MedFact taxonomy. */
export const medfactOther: ErrorType[] = [
  {
    code: 'citationSource',
    name: { en: 'Citation source', 'zh-CN': '引用来源错误' },
    definition: {
      en: 'A statement is attributed to a guideline, study, institution or person that did not make it.',
      'zh-CN': '将某一说法归于并未提出该说法的指南、研究、机构或个人。',
    },
    example: {
      en: 'The Framingham study, carried out in Finland, showed this first.',
      'zh-CN': '在芬兰开展的弗雷明汉研究最早证实了这一点。',
    },
    colour: 'teal',
    key: '5',
  },
  {
    code: 'bias',
    name: { en: 'Bias', 'zh-CN': '偏倚' },
    definition: {
      en: 'A one-sided, absolute or discriminating claim that the evidence does not bear out.',
      'zh-CN': '片面、绝对化或带有歧视、且缺乏证据支持的说法。',
    },
    example: {
      en: 'Only women suffer from depression.',
      'zh-CN': '只有女性才会患抑郁症。',
    },
    colour: 'pink',
    key: '6',
  },
  {
    code: 'generalFact',
    name: { en: 'General fact', 'zh-CN': '常识性事实错误' },
    definition: {
      en: 'A fact outside medicine (geography, history, law, arithmetic) is wrong.',
      'zh-CN': '医学以外的事实（地理、历史、法律、算术等）有误。',
    },
    example: {
      en: 'Fleming discovered penicillin in London in 1958.',
      'zh-CN': '1958 年，弗莱明在伦敦发现了青霉素。',
    },
    colour: 'lime',
    key: '7',
  },
  {
    code: 'logic',
    name: { en: 'Logic', 'zh-CN': '逻辑错误' },
    definition: {
      en: 'The text contradicts itself, or a conclusion does not follow from what it states.',
      'zh-CN': '文本前后矛盾，或结论不能由其陈述得出。',
    },
    example: {
      en: 'The drug is cleared by the kidneys alone, so the dose needs no change in renal failure.',
      'zh-CN': '该药完全经肾排泄，因此肾衰竭时无需调整剂量。',
    },
    colour: 'slate',
    key: '8',
  },
]
