import type { ExchangeRecord } from './exchange-record'

/** What a record leaves behind where files say only what is marked: of so many marks, reading makes an answer of its own. */
export const lostToMarks = ({ veracity }: ExchangeRecord, marks: number): string[] => [
  ...(veracity === (marks > 0 ? 'erroneous' : 'correct') ? [] : ['veracity']),
  ...(veracity === null ? ['outcome'] : []),
]
