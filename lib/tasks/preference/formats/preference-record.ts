import type { Localised } from '@/lib/locale'
import type { Message } from '../../conversation/prompt'
import type { Response } from '../../conversation/responses'
import type { JsonObject } from '../../task'
import type { Choice } from '../judgment'

/** Records that writers are given come from `verdictRecord` or from a reader, both of this shape. */
export type PreferenceRecord = { id: string; prompt: Message[]; responses: Response[]; overall: Choice | null; tags: JsonObject; specialty: string | null }

export const asPreference = (record: JsonObject): PreferenceRecord => record as unknown as PreferenceRecord

/** The better response with each of the others; nothing where none is better. */
export function pairsOf({ responses, overall }: PreferenceRecord): { chosen: Response; rejected: Response }[] {
  const chosen = overall?.pick === 'response' ? responses.find(({ id }) => id === overall.response) : undefined
  return chosen ? responses.filter((response) => response !== chosen).map((rejected) => ({ chosen, rejected })) : []
}

export const pairLosses: Readonly<Record<string, Localised>> = {
  id: { en: 'A pair needs a better response: ties and items without one are left out, and the best of several becomes a pair with each of the others.', 'zh-CN': '偏好对须有更好的回答：不分高下或没有更好回答的条目不写出；多个回答中最好的一个与其余各成一对。' },
  responses: { en: 'A pair holds two responses, without their names.', 'zh-CN': '偏好对只有两个回答，不含其名称。' },
  overall: { en: 'A pair says which response is better, and no more.', 'zh-CN': '偏好对只说明哪个回答更好。' },
}
