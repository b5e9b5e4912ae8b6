/** Rubric authoring: the first round of drafts reviewed, the second under way, one rubric written from nothing. */
import { proMedical } from '@/lib/tasks/rubric-authoring/templates/promedical'
import type { PlayedStudy } from '../../played'
import { schedule } from '../../schedule'
import { bothLanguages } from '../both-languages'
import { headOf, modelsOf, plainResponses, type PatientMessage } from '../message'
import { messages } from '../messages'
import { readers, shared } from '../shared'
import { readings } from './readings'

const drafted = messages.filter(({ draft }) => draft !== null).map(({ id }) => id)
const bare = messages.filter(({ draft }) => draft === null).map(({ id }) => id)

const sealedOf = (message: PatientMessage) => ({ ...modelsOf(message), ...(message.draft ? { drafter: 'heron-med-70b, rubric prompt 3' } : {}) })

export const writing: PlayedStudy = {
  ...shared,
  key: 'rubrics-for-messages',
  name: 'Rubrics for patient messages · 患者留言评分细则',
  description:
    'What must a good answer to this very message do? Physicians pass, correct or reject a model’s drafted rubric, two of them independently. 针对每条留言，一个好的回答必须做到什么？两位医师独立审阅模型起草的细则。',
  task: 'rubric-authoring',
  settings: { ...proMedical.settings, stopRule: { leastPassRate: 0.6, mostChange: 0.1, rounds: 2, leastReviewed: 10, confidence: 0.95 } },
  showVerdicts: true,
  template: 'promedical',
  guideline: bothLanguages(
    {
      en: 'Write for the physician who will judge with your rubric next week without having met you. If two of us could decide a criterion differently on the same answer, it is not finished.',
      'zh-CN': '请为下周使用这份细则、却从未与您讨论过的医师而写。同一个回答，若两位同事可能得出不同判断，这条标准就还没写好。',
    },
    proMedical.guideline,
  ),
  created: { daysAgo: 21, time: '10:10' },
  items: messages.map((message) => ({
    ...headOf(message),
    content: { prompt: message.prompt, draft: message.draft && { version: 1, criteria: message.draft }, references: [], responses: plainResponses(message) },
    sealed: sealedOf(message),
  })),
  batches: [
    { name: 'Round 1 · 第一轮', items: drafted.slice(0, 12), pool: readers, k: 2, priority: 1, dueInDays: null, opened: { daysAgo: 20, time: '09:00' }, state: 'closed' },
    { name: 'Round 2 · 第二轮', items: drafted.slice(12), pool: readers, k: 2, priority: 1, dueInDays: 5, opened: { daysAgo: 4, time: '15:20' }, state: 'open' },
    { name: 'From nothing · 从零撰写', items: bare, pool: readers, k: 2, priority: 0, dueInDays: 8, opened: { daysAgo: 4, time: '15:45' }, state: 'open' },
  ],
  scripts: schedule(readings),
}
