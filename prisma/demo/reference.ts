/** The label that came sealed with a text, written where the text is. */
import type { DemoItem } from './types'

type Reference = DemoItem['sealed']['reference']

export const sound: Reference = { veracity: 'correct', spans: [] }

/** One planted error. */
export const planted = (quote: string, type: string, correction: string): Reference => ({
  veracity: 'erroneous',
  spans: [{ quote, type, correction }],
})

/** Several planted errors: [quote, type, correction] each. */
export const plantedAll = (...errors: [string, string, string][]): Reference => ({
  veracity: 'erroneous',
  spans: errors.map(([quote, type, correction]) => ({ quote, type, correction })),
})
