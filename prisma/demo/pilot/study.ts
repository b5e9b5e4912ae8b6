/** The finished pilot: twelve leaflets in two languages, two readers each, every one with a verdict. */
import { guidelineOf } from '../guideline-of'
import { schedule } from '../schedule'
import type { DemoStudy } from '../types'
import { asante, chen, gu, he, herrera, liang, lin, okafor, raghavan, solberg, tan, weiss, wu, zhou } from '../who'
import { itemsEn } from './items-en'
import { itemsZh } from './items-zh'
import { readingsEn } from './readings-en'
import { readingsZh } from './readings-zh'

const readers = [chen, lin, zhou, wu, he, tan, asante, herrera, raghavan]

export const pilot: DemoStudy = {
  key: 'leaflets-pilot',
  name: 'Patient leaflets pilot · 患者教育手册试点',
  description:
    'Twelve leaflets in English and Chinese, read to try out the taxonomy before the larger studies. Finished. 中英文各十二篇患者教育短文，用于在正式研究之前试用分类体系，已完成。',
  task: 'error-spans',
  languages: ['en', 'zh-CN'],
  licence: 'CC-BY-4.0',
  k: 2,
  adjudication: 'on-disagreement',
  settings: { errorsPerText: 'any', tolerance: { overlap: 0.5 } },
  showVerdicts: true,
  template: 'medfact',
  guideline: guidelineOf('pilot'),
  created: { daysAgo: 33, time: '09:30' },
  members: [
    { person: solberg, roles: ['admin'] },
    { person: liang, roles: ['admin'] },
    { person: gu, roles: ['adjudicator'] },
    { person: okafor, roles: ['adjudicator'] },
    ...readers.map((person) => ({ person, roles: ['reader' as const] })),
    { person: weiss, roles: ['researcher'] },
  ],
  items: [...itemsEn, ...itemsZh],
  batches: [
    {
      name: 'Leaflets 1-12, English',
      items: itemsEn.map(({ id }) => id),
      pool: [chen, tan, asante, herrera, raghavan],
      k: 2,
      priority: 1,
      dueInDays: null,
      opened: { daysAgo: 32, time: '09:00' },
      state: 'closed',
    },
    {
      name: '手册 1–12（中文）',
      items: itemsZh.map(({ id }) => id),
      pool: [chen, lin, zhou, wu, he, tan, asante],
      k: 2,
      priority: 1,
      dueInDays: null,
      opened: { daysAgo: 32, time: '09:05' },
      state: 'closed',
    },
  ],
  scripts: schedule([...readingsEn, ...readingsZh]),
  release: {
    by: solberg,
    title: 'Patient leaflets pilot',
    meaning: 'I have reviewed the contents of this release and approve it as the pilot’s answer.',
    notes: 'The whole pilot: every leaflet with a verdict, in both languages.',
    public: true,
    recipe: {
      ratios: { train: 0, validation: 1, test: 2 },
      strata: ['veracity', 'language'],
      hidden: ['test'],
      readers: 'pseudonyms',
      description:
        'Patient leaflets in English and Chinese, each read independently by two physicians and settled by a third where they differed. Written for this demonstration; no text is about a real person.',
      keywords: ['patient education', 'error detection', 'bilingual'],
    },
  },
}
