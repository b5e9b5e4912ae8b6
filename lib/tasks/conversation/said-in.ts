import type { JsonObject } from '../task'

/** Those of the fields in which a record says something. */
export const saidIn = (record: JsonObject, fields: readonly string[]): string[] => fields.filter((field) => isSaid(record[field]))

const isSaid = (value: JsonObject[string] | undefined) => value !== null && value !== undefined && value !== '' && (typeof value !== 'object' || Object.keys(value).length > 0)
