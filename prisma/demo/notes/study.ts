/** The English study of clinical notes: thirty-two notes, two readers each, any number of errors, four notes not yet planned. */
import { guidelineOf } from '../guideline-of'
import { schedule } from '../schedule'
import type { DemoStudy } from '../types'
import { asante, chen, gu, herrera, liang, lin, okafor, raghavan, solberg, tan, weiss, wu } from '../who'
import { closed } from './closed'
import { items1 } from './items-1'
import { items2 } from './items-2'
import { items3 } from './items-3'
import { items4 } from './items-4'
import { atTheBench, begun, waiting } from './under-way'

const readers = [chen, lin, wu, tan, asante, herrera, raghavan]
const items = [...items1, ...items2, ...items3, ...items4]
const wards = [...items1, ...items2, ...items3].map(({ id }) => id)

export const notes: DemoStudy = {
  key: 'clinical-notes-en',
  name: 'Errors in clinical notes',
  description:
    'Synthetic discharge summaries, ward notes, letters, imaging reports and medication advice. Two physicians mark every clinically significant error, its type and its correction; a note may hold none, one or several.',
  task: 'error-spans',
  languages: ['en'],
  licence: 'CC-BY-4.0',
  k: 2,
  adjudication: 'on-disagreement',
  settings: { errorsPerText: 'any', tolerance: { overlap: 0.5 } },
  showVerdicts: false,
  template: 'medec',
  guideline: guidelineOf('notes'),
  created: { daysAgo: 13, time: '14:20' },
  members: [
    { person: solberg, roles: ['admin'] },
    { person: liang, roles: ['admin'] },
    { person: okafor, roles: ['adjudicator'] },
    { person: gu, roles: ['adjudicator'] },
    ...readers.map((person) => ({ person, roles: ['reader' as const] })),
    { person: weiss, roles: ['researcher'] },
  ],
  items,
  batches: [
    {
      name: 'Wards and emergency',
      items: wards,
      pool: readers,
      k: 2,
      priority: 1,
      dueInDays: 6,
      opened: { daysAgo: 11, time: '11:15' },
      state: 'open',
    },
    {
      name: 'Clinics and imaging',
      items: ['n-125', 'n-126', 'n-127', 'n-128'],
      pool: readers,
      k: 2,
      priority: 0,
      dueInDays: 17,
      opened: { daysAgo: 1, time: '15:40' },
      state: 'open',
    },
  ],
  scripts: schedule([...closed, ...atTheBench, ...begun, ...waiting]),
}
