/** What the three studies of patient messages share: their people and the two languages. */
import type { PlayedStudy } from '../played'
import { asante, chen, gu, he, herrera, liang, lin, okafor, raghavan, solberg, tan, weiss, wu, zhou } from '../who'

export const readers = [chen, lin, zhou, wu, he, tan, asante, herrera, raghavan]

export const shared = {
  languages: ['en', 'zh-CN'],
  licence: 'CC-BY-4.0',
  k: 2,
  adjudication: 'on-disagreement',
  members: [
    { person: solberg, roles: ['admin'] },
    { person: liang, roles: ['admin'] },
    { person: gu, roles: ['adjudicator'] },
    { person: okafor, roles: ['adjudicator'] },
    ...readers.map((person) => ({ person, roles: ['reader' as const] })),
    { person: weiss, roles: ['researcher'] },
  ],
} satisfies Partial<PlayedStudy>
