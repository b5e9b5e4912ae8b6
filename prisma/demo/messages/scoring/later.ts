/** What changed in two rubrics after the release, and what its new round has brought so far. */
import type { PlayedRevision, PlayedTelling } from '../../played'
import { schedule } from '../../schedule'
import { reading, untouched } from '../../telling'
import { liang, lin } from '../../who'
import { changed } from '../message'
import { messages } from '../messages'
import { labelled, scored } from './scored'

const rubricOf = (id: string, worded: Record<string, string>) => ({
  id,
  rubric: { version: 2, criteria: changed(messages.find((message) => message.id === id)!.rubric, { worded }), reward: null },
})

const round: PlayedTelling[] = [
  reading('pm-04', 0, [scored(lin, 1.6, labelled('pm-04', { a: 'mmmmmn', b: 'mppnnn' }, { 'b contrast': 'Tells the department, but not when.' }))]),
  untouched('pm-07'),
]

export const later: PlayedRevision = {
  by: liang,
  reason: 'The bench asked for it: “the imaging team must know” was met by answers that never said before when; 低血糖的进食量按新版共识改为 15–20 克。',
  batch: 'Rubrics, version 2 · 细则第 2 版',
  rubrics: [
    rubricOf('pm-04', { contrast: 'Says that contrast can strain the kidneys further, and to tell the imaging team the eGFR before the day of the scan.' }),
    rubricOf('pm-07', { 'sugar-now': '指出血糖 3.6 mmol/L 且有症状即为低血糖，应立即进食 15–20 克糖，15 分钟后复测，未恢复则重复。' }),
  ],
  scripts: schedule(round),
}
