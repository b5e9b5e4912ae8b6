/** A reading of rubric scoring in a few letters: a word for each response, a letter for each criterion in the rubric's order. */
import type { CriterionLabel } from '@/lib/tasks/rubric-scoring/judgment'
import type { Label } from '@/lib/tasks/rubric/scores'
import type { JsonObject } from '@/lib/tasks/task'
import { placed } from '../../placed'
import type { PlayedDraft, PlayedReading } from '../../played'
import type { PersonKey } from '../../types'
import { messages } from '../messages'

const labelOf: Readonly<Record<string, Label>> = { m: 'met', p: 'partly', n: 'not-met', v: 'violated', '-': 'not-applicable' }

/** By `response criterion`: why, and the words that it rests on. */
export type Whys = Readonly<Record<string, string | readonly [string, string]>>

/** `?` leaves a criterion undecided, as a draft may. */
export function labelled(id: string, words: Readonly<Record<string, string>>, whys: Whys = {}, note = ''): JsonObject {
  const { rubric, responses } = messages.find((message) => message.id === id)!
  const labels = responses.flatMap(({ id: response, text }) =>
    rubric.flatMap(({ id: criterion }, nth): CriterionLabel[] => {
      const letter = words[response]?.[nth] ?? '?'
      if (letter === '?') return []
      const why = whys[`${response} ${criterion}`] ?? ''
      const [rationale, quote] = typeof why === 'string' ? [why] : why
      const evidence = quote === undefined ? [] : [{ ...placed({ quote }, text), quote }]
      return [{ response, criterion, label: labelOf[letter]!, rationale, evidence }]
    }),
  )
  return { labels, note, shown: [] }
}

export const scored = (reader: PersonKey, activeMinutes: number, answer: JsonObject): PlayedReading => ({ reader, activeMinutes, answer })

export const begun = (reader: PersonKey, activeMinutes: number, minutesAgo: number, answer: JsonObject): PlayedDraft => ({
  reader,
  activeMinutes,
  saved: { minutesAgo },
  answer,
})
