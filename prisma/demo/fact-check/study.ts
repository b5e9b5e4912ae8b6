/** The Chinese fact-checking study, half done: forty texts, three readers each, one error or none. */
import { guidelineOf } from '../guideline-of'
import { schedule } from '../schedule'
import type { DemoStudy } from '../types'
import { asante, chen, gu, he, liang, lin, okafor, solberg, tan, weiss, wu, zhou } from '../who'
import { atTheBench } from './at-the-bench'
import { closed } from './closed'
import { items1 } from './items-1'
import { items2 } from './items-2'
import { items3 } from './items-3'
import { items4 } from './items-4'
import { items5 } from './items-5'
import { begun, waiting } from './under-way'

const readers = [chen, lin, zhou, wu, he, tan, asante]
const items = [...items1, ...items2, ...items3, ...items4, ...items5]
const first = new Set([...items1, ...items2].map(({ id }) => id).concat('fc-031', 'fc-038'))

export const factCheck: DemoStudy = {
  key: 'fact-check-zh',
  name: '中文医学科普事实核查',
  description:
    '判断百科、科普、问诊和流言核查文本在医学上是否成立；有误者标出位置、类型与更正。每篇由三位医师独立阅读，每篇至多一处错误。用于评估大模型的医学事实核查能力。',
  task: 'error-spans',
  languages: ['zh-CN'],
  licence: 'CC-BY-4.0',
  k: 3,
  adjudication: 'on-disagreement',
  settings: { errorsPerText: 'exactly-one', tolerance: 'exact' },
  showVerdicts: true,
  template: 'medfact',
  guideline: guidelineOf('fact-check'),
  created: { daysAgo: 12, time: '10:05' },
  members: [
    { person: solberg, roles: ['admin'] },
    { person: liang, roles: ['admin'] },
    { person: gu, roles: ['adjudicator'] },
    { person: okafor, roles: ['adjudicator'] },
    ...readers.map((person) => ({ person, roles: ['reader' as const] })),
    { person: weiss, roles: ['researcher'] },
  ],
  items,
  batches: [
    {
      name: '第一批：慢病与用药',
      items: items.map(({ id }) => id).filter((id) => first.has(id)),
      pool: readers,
      k: 3,
      priority: 2,
      dueInDays: 3,
      opened: { daysAgo: 11, time: '09:00' },
      state: 'open',
    },
    {
      name: '第二批：急症、母婴与流言',
      items: items.map(({ id }) => id).filter((id) => !first.has(id)),
      pool: readers,
      k: 3,
      priority: 1,
      dueInDays: 10,
      opened: { daysAgo: 4, time: '16:30' },
      state: 'open',
    },
  ],
  scripts: schedule([...closed, ...atTheBench, ...begun, ...waiting]),
}
