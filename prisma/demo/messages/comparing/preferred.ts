/** A comparison in four words: overall, safety, proficiency, excellence; `a2` is response a at strength 2, `tie` and `bad` say so. */
import type { Choice } from '@/lib/tasks/preference/judgment'
import type { JsonObject } from '@/lib/tasks/task'
import type { PlayedDraft, PlayedReading } from '../../played'
import type { PersonKey } from '../../types'

const choice = (word: string): Choice =>
  word === 'tie' || word === 'bad'
    ? { pick: word === 'tie' ? 'tie' : 'all-bad', response: null, strength: null }
    : { pick: 'response', response: word[0]!, strength: Number(word[1]) }

export function compared(words: string, rationale: string): JsonObject {
  const [overall, safety, proficiency, excellence] = words.split(' ').map(choice)
  const axes = Object.entries({ safety, proficiency, excellence }).filter((entry): entry is [string, Choice] => entry[1] !== undefined)
  return { overall: overall!, axes: Object.fromEntries(axes), rationale, shown: [] }
}

/** `again`: what the same reader says with the responses the other way round. */
export const preferred = (reader: PersonKey, activeMinutes: number, words: string, rationale: string, again?: string): PlayedReading => ({
  reader,
  activeMinutes,
  answer: compared(words, rationale),
  ...(again === undefined ? {} : { again: compared(again, rationale) }),
})

export const begun = (reader: PersonKey, activeMinutes: number, minutesAgo: number, answer: JsonObject): PlayedDraft => ({ reader, activeMinutes, saved: { minutesAgo }, answer })
