import { neutralPair } from '../../conversation/imports/pair-item'
import { saidIn } from '../../conversation/said-in'
import type { JsonObject } from '../../task'
import { asPreference, pairsOf } from './preference-record'

/** What a record says beside its prompt, its responses and which is better: no format of pairs has a place for any of it. */
export const besidePairs = ['axes', 'rationale', 'language', 'specialty', 'group', 'source', 'licence', 'verdict'] as const

/** What is left behind where a record becomes so many pairs: names and numbers of responses, and how much better the chosen one is. */
export function leftByPair(record: JsonObject, pairs: number): string[] {
  const preference = asPreference(record)
  const [first] = pairsOf(preference)
  if (!first) return ['id']
  const { responses, sealed } = neutralPair(first.chosen.text, first.rejected.text)
  const isNeutral = preference.responses.length === 2 && responses.every(({ id, text }, nth) => preference.responses[nth]!.id === id && preference.responses[nth]!.text === text)
  const isBare = preference.overall?.strength === null && first.chosen.id === sealed.preference.chosen
  return [...saidIn(record, besidePairs), ...(pairs === 1 ? [] : ['id']), ...(isNeutral ? [] : ['responses']), ...(isBare ? [] : ['overall'])]
}
