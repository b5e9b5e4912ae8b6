import { protocolForms } from '@/lib/db/protocols'
import type { Tx } from '@/lib/db/transaction'
import { mergedAxes, type NamedAxis } from '@/lib/tasks/named-axes'
import { taskOf } from '@/lib/tasks/registry'

/** What a study calls its axes, by all its published protocols: answers of before speak of axes of before. */
export async function studyAxes(tx: Tx, { id, task }: { id: string; task: string }): Promise<NamedAxis[]> {
  const { axes } = taskOf(task)
  return axes ? mergedAxes([...(await protocolForms(tx, id)).values()].map((form) => axes(form))) : []
}
