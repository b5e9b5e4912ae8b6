/** How the documents say numbers, measures and codes. Documents are in English; names stay in their own language. */
import type { Measure } from './agreement-facts'
import type { LeftOutReason } from './choice'
import { agreementReasons } from './agreement-reasons'
import { markdownText } from './markdown-text'

export const none = '(none)'
export const notTold = 'not told'

export const count = (number: number, one: string, many = `${one}s`): string => `${number} ${number === 1 ? one : many}`

export const leftOutWords: Record<LeftOutReason, string> = {
  'no-verdict': 'no verdict yet',
  unusable: 'judged unusable',
  filtered: 'outside the filter',
  excluded: 'excluded by name',
  withdrawn: 'withdrawn',
  'unknown-licence': 'no known licence',
  'class-balance': 'left out to balance classes',
  'too-easy': 'every chosen system got it right',
  straddles: 'near-duplicate or sibling of what earlier versions had in several splits',
  'no-longer-chosen': 'no longer chosen (stood in a hidden split)',
}

/** A code such as `genuine-clinical-disagreement` as words. */
export const inWords = (code: string): string => code.replaceAll('-', ' ')

export const decimal = (value: number): string => value.toFixed(3)

/** Value with interval, or why there is none. */
export function measureWords({ value, reason, interval }: Measure): string {
  // Whatever was frozen before reasons had codes holds the sentence.
  if (value === null) return `undefined: ${markdownText(reason === null ? 'no reason was given' : (agreementReasons[reason] ?? reason))}`
  if (!interval) return decimal(value)
  const { low, high, confidence, method } = interval
  return `${decimal(value)} (${Math.round(confidence * 1_000) / 10} % interval ${decimal(low)} to ${decimal(high)}, ${markdownText(method)})`
}
