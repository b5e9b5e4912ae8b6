import { Refusal, type FieldProblem } from '@/lib/errors'
import type { ItemRow } from '@/lib/formats/item-row'
import { readItems } from '@/lib/formats/read-items'
import { taskOf } from '@/lib/tasks/registry'
import { formatOf, saidDefaults, type FileChoice } from './file-choice'

export type FirstRows = { rows: ItemRow[]; refused: { reason: string; values: Record<string, string | number>; fields: readonly FieldProblem[] } | null }

const shown = 8

/** The first rows as they would come in, read in the browser; or why the file as a whole cannot be read. */
export async function firstRows(choice: FileChoice, task: string): Promise<FirstRows> {
  const format = formatOf(choice)
  if (!format) return { rows: [], refused: null }
  const cut = choice.file.size > choice.head.length
  async function* head() {
    yield choice.head
  }
  try {
    const reading = readItems(head(), {
      name: choice.file.name,
      format,
      content: taskOf(task).imports.contentFields ?? taskOf(task).contentFields,
      imports: taskOf(task).imports.records,
      defaults: saidDefaults(choice.defaults),
      ...(choice.encoding ? { encoding: choice.encoding } : {}),
    })
    const rows: ItemRow[] = []
    for await (const row of reading) rows.push(row)
    // Where the file goes on behind what was looked at, the last row is only half there.
    return { rows: (cut && rows.length > 1 ? rows.slice(0, -1) : rows).slice(0, shown), refused: null }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { rows: [], refused: { reason: error.reason, values: { ...error.values }, fields: error.fields } }
  }
}
