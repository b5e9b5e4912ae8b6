import { protocolForms } from '@/lib/db/protocols'
import type { Tx } from '@/lib/db/transaction'
import type { Task } from '@/lib/tasks/task'

/** The forms of a study's protocols by their number, as the task's schema gives them: read once, for any number of records. */
export async function parsedForms(tx: Tx, studyId: string, task: Task): Promise<Map<number, unknown>> {
  const forms = await protocolForms(tx, studyId)
  return new Map([...forms].map(([number, form]) => [number, task.form.parse(form)]))
}
