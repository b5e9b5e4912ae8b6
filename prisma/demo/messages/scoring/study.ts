/** Rubric scoring, half done: twelve answered messages, the first eight of them released and two of those asked again. */
import { proMedical } from '@/lib/tasks/rubric-scoring/templates/promedical'
import type { PlayedStudy } from '../../played'
import { schedule } from '../../schedule'
import { liang } from '../../who'
import { bothLanguages } from '../both-languages'
import { headOf, modelsOf, plainResponses } from '../message'
import { messages } from '../messages'
import { readers, shared } from '../shared'
import { later } from './later'
import { readings } from './readings'
import { submissions } from './submissions'

const answered = messages.slice(0, 12)
const ids = answered.map(({ id }) => id)

export const scoring: PlayedStudy = {
  ...shared,
  key: 'answers-by-rubric',
  name: 'Answers to patient messages · 患者留言回答评分',
  description:
    'Which criteria of its rubric does each answer of a language model meet, and does it violate a veto? Every answer is judged blind by two physicians. 每个回答由两位医师盲法逐条评分，并判断是否触犯否决项。',
  task: 'rubric-scoring',
  settings: { ...proMedical.settings },
  showVerdicts: true,
  template: 'promedical',
  guideline: bothLanguages(
    {
      en: 'The messages are short, and the patients read the answers alone. Judge what the answer **says**, not what a doctor would add.\n\n| Seen in the pilot | Label |\n|---|---|\n| A right statement that the criterion asks for only in part | partly |\n| A general “see your doctor” where the criterion names when | not met |\n| A dose that is right for another weight | not met, and look at the veto |',
      'zh-CN': '留言很短，患者独自阅读回答。请判断回答**写了什么**，而不是医生会补充什么。\n\n| 预试中所见 | 标签 |\n|---|---|\n| 说法正确，但只满足标准的一部分 | 部分符合 |\n| 标准写明时限，回答只说“请就医” | 不符合 |\n| 剂量适用于其他体重 | 不符合，并查看否决项 |',
    },
    proMedical.guideline,
  ),
  created: { daysAgo: 9, time: '11:20' },
  items: answered.map((message) => ({
    ...headOf(message),
    content: { prompt: message.prompt, rubric: { version: 1, criteria: message.rubric, reward: null }, responses: plainResponses(message) },
    sealed: modelsOf(message),
  })),
  batches: [
    { name: 'Messages 1–9 · 第一批', items: ids.slice(0, 9), pool: readers, k: 2, priority: 1, dueInDays: 2, opened: { daysAgo: 8, time: '09:15' }, state: 'open' },
    { name: 'Messages 10–12 · 第二批', items: ids.slice(9), pool: readers, k: 2, priority: 0, dueInDays: 9, opened: { daysAgo: 4, time: '10:40' }, state: 'open' },
  ],
  scripts: schedule(readings),
  release: {
    by: liang,
    title: 'Answers to patient messages, by rubric',
    meaning: 'I have looked through every verdict of this release with both adjudicators and approve it.',
    notes: 'Every message that had a verdict by then.',
    public: false,
    recipe: {
      strata: ['language'],
      readers: 'pseudonyms',
      description: 'Answers of language models to patient messages in English and Chinese, each judged by two physicians against a rubric for that very message, and settled by a third where they differed. Written for this demonstration; no message is a real person’s.',
      keywords: ['rubrics', 'patient messages', 'reward models', 'bilingual'],
    },
  },
  submissions,
  revision: later,
}
