/** Preference, half done: the same answers compared as a whole; four messages are asked twice, the other way round. */
import { blindPairs } from '@/lib/tasks/preference/templates/blind-pairs'
import type { PlayedStudy } from '../../played'
import { schedule } from '../../schedule'
import { bothLanguages } from '../both-languages'
import { headOf, modelsOf, plainResponses } from '../message'
import { messages } from '../messages'
import { readers, shared } from '../shared'
import { readings } from './readings'

const answered = messages.filter(({ responses }) => responses.length > 0)
const ids = answered.map(({ id }) => id)

export const comparing: PlayedStudy = {
  ...shared,
  key: 'answers-compared',
  name: 'Answers compared · 患者留言回答比较',
  description:
    'Which of several blinded answers would you rather have a patient receive, overall and for safety, proficiency and excellence? 在多个盲法回答中，您更愿意让患者收到哪一个？',
  task: 'preference',
  settings: { ...blindPairs.settings },
  showVerdicts: false,
  template: 'blind-pairs',
  guideline: bothLanguages(
    {
      en: 'Read the message first, then every answer to its end: two of the pilot’s worst answers had their dangerous sentence last.',
      'zh-CN': '请先读留言，再把每个回答读完：预试中最差的两个回答，危险的那句话都在最后。',
    },
    blindPairs.guideline,
  ),
  created: { daysAgo: 8, time: '14:05' },
  items: answered.map((message) => ({ ...headOf(message), content: { prompt: message.prompt, responses: plainResponses(message) }, sealed: modelsOf(message) })),
  batches: [
    {
      name: 'Answers, first half · 上半部分',
      items: ids.slice(0, 7),
      twice: ['pm-01', 'pm-02', 'pm-04', 'pm-07'],
      pool: readers,
      k: 2,
      priority: 1,
      dueInDays: 4,
      opened: { daysAgo: 7, time: '09:00' },
      state: 'open',
    },
    { name: 'Answers, second half · 下半部分', items: ids.slice(7), pool: readers, k: 2, priority: 0, dueInDays: 11, opened: { daysAgo: 5, time: '08:30' }, state: 'open' },
  ],
  scripts: schedule(readings),
}
