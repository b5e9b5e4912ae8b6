import type { ErrorType } from '../form'

/** The medical error types of the provisional MedFact taxonomy. */
export const medfactMedical: ErrorType[] = [
  {
    code: 'conceptual',
    name: { en: 'Conceptual', 'zh-CN': '概念错误' },
    definition: {
      en: 'A mechanism, cause, indication, effect or relation between medical facts is wrong.',
      'zh-CN': '机制、病因、适应证、作用或医学事实之间的关系有误。',
    },
    example: {
      en: 'Type 1 diabetes is caused mainly by insulin resistance.',
      'zh-CN': '1 型糖尿病主要由胰岛素抵抗引起。',
    },
    colour: 'rose',
    key: '1',
  },
  {
    code: 'terminology',
    name: { en: 'Terminology', 'zh-CN': '术语错误' },
    definition: {
      en: 'A technical term, drug name or name of a structure is used for something it does not mean.',
      'zh-CN': '专业术语、药名或解剖名称张冠李戴。',
    },
    example: {
      en: 'Hypokalaemia, that is, low sodium in the blood.',
      'zh-CN': '低钾血症，即血钠降低。',
    },
    colour: 'violet',
    key: '2',
  },
  {
    code: 'quantity',
    name: { en: 'Quantity', 'zh-CN': '数量错误' },
    definition: {
      en: 'A dose, range, threshold, proportion, unit or count is wrong.',
      'zh-CN': '剂量、范围、界值、比例、单位或数目有误。',
    },
    example: {
      en: 'Adults may take up to 10 g of paracetamol a day.',
      'zh-CN': '成人对乙酰氨基酚每日最大剂量为 10 g。',
    },
    colour: 'amber',
    key: '3',
  },
  {
    code: 'temporal',
    name: { en: 'Temporal', 'zh-CN': '时间错误' },
    definition: {
      en: 'A time, duration, sequence, interval or age is wrong, or outdated knowledge is given as current.',
      'zh-CN': '时间、病程、先后顺序、间隔或年龄有误，或将过时的认识当作现行结论。',
    },
    example: {
      en: 'Intravenous alteplase is given up to 24 hours after an ischaemic stroke as a routine.',
      'zh-CN': '缺血性脑卒中发病 24 小时内均可常规静脉应用阿替普酶溶栓。',
    },
    colour: 'sky',
    key: '4',
  },
]
