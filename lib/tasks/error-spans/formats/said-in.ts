import type { ExchangeRecord } from './exchange-record'

/** What a record says beside its text, its answer and the places in it: formats of marks have no place for any of it. */
export const besideMarks = ['language', 'specialty', 'group', 'source', 'licence', 'tags', 'difficulty', 'confidence', 'verdict'] as const

/** Those of the fields in which a record says something: what it leaves behind in a format that has no place for them. */
export const saidIn = (record: ExchangeRecord, fields: readonly (typeof besideMarks)[number][]): string[] =>
  fields.filter((field) => (field === 'tags' ? Object.keys(record.tags).length > 0 : (record[field] ?? null) !== null))
