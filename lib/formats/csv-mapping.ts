import type { FieldProblem } from '@/lib/errors'
import { limits } from '@/lib/formats/limits'
import { plainFields } from '@/lib/formats/native-item'

/**
 * Where each column of a CSV goes: a field of the native record (`id`, `language`…, or one of the task's own such as
 * `text`), `tags.NAME`, `sealed.NAME`, or `ignore`, said in so many words. Keys are the columns' names.
 */
export type CsvMapping = Readonly<Record<string, string>>

export const ignored = 'ignore'

/**
 * Why the mapping does not fit the header, by column; empty when it does. Every column must be spoken of, no field filled
 * twice, every field of the task filled. A file without an id column is given ids by its name and its rows' numbers.
 */
export function mappingProblems(
  mapping: CsvMapping,
  columns: readonly string[],
  contentNames: readonly string[],
): FieldProblem[] {
  const problems: FieldProblem[] = []
  const filled = new Set<string>()
  const known = new Set<string>(['id', ...plainFields, ...contentNames])
  for (const [index, column] of columns.entries()) {
    const target = Object.hasOwn(mapping, column) ? mapping[column] : undefined
    if (columns.indexOf(column) !== index) problems.push({ path: column, code: 'column-twice' })
    else if (target === undefined) problems.push({ path: column, code: 'column-not-mapped' })
    else if (target === ignored) continue
    else if (!known.has(target) && !isNamed(target))
      problems.push({ path: column, code: 'no-such-field', values: { target } })
    else if (filled.has(target)) problems.push({ path: column, code: 'field-twice', values: { target } })
    filled.add(target ?? '')
  }
  for (const column of Object.keys(mapping))
    if (!columns.includes(column)) problems.push({ path: column, code: 'no-such-column' })
  for (const name of contentNames)
    if (!filled.has(name)) problems.push({ path: name, code: 'field-not-mapped', values: { target: name } })
  return problems
}

const isNamed = (target: string) => {
  const name = /^(?:tags|sealed)\.(.+)$/su.exec(target)?.[1]
  // No object can be given a member of that name by assignment.
  return name !== undefined && name.trim() !== '' && name !== '__proto__' && name.length <= limits.tagName
}
