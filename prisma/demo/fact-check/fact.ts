/** What every text of the Chinese study shares. */
import type { DemoItem } from '../types'

export const from = {
  encyclopaedia: '岱山医学百科',
  column: '橡树医生科普专栏',
  consultation: '晨曦互联网医院问诊存档（已去标识）',
  rumour: '流言核查站',
  newsletter: '松江呼吸通讯',
  handbook: '青禾心血管手册',
  herbal: '百草轩健康号',
}

type Fact = Pick<DemoItem, 'id' | 'text' | 'specialty' | 'source' | 'group'> & {
  author?: string
  style: 'encyclopaedia' | 'popular-science' | 'consultation' | 'rumour-rebuttal'
  difficulty: 1 | 2 | 3 | 4 | 5
  model: string
  reference: DemoItem['sealed']['reference']
}

export const fact = ({ style, difficulty, author, model, reference, ...item }: Fact): DemoItem => ({
  ...item,
  language: 'zh-CN',
  licence: 'CC-BY-4.0',
  tags: { style, difficulty: String(difficulty), ...(author === undefined ? {} : { author }) },
  sealed: { model, reference },
})
