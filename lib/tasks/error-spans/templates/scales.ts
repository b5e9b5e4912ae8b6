import type { Localised } from '@/lib/locale'

/** Scales the templates share; level 1 comes first. */
export const confidenceLevels: Localised[] = [
  { en: 'Unsure', 'zh-CN': '不确定' },
  { en: 'Fairly sure', 'zh-CN': '较有把握' },
  { en: 'Certain', 'zh-CN': '非常确定' },
]

/** MedFact has five levels; their names here are provisional, as the rule behind them is not public. */
export const difficultyLevels: Localised[] = [
  { en: 'Anyone would know', 'zh-CN': '常识即可判断' },
  { en: 'A student would know', 'zh-CN': '医学生可判断' },
  { en: 'Any physician would know', 'zh-CN': '普通医师可判断' },
  { en: 'Needs a specialist', 'zh-CN': '需专科医师判断' },
  { en: 'Needs the literature', 'zh-CN': '需查阅文献' },
]
