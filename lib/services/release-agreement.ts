import type { RecordParts } from '@/lib/db/release-candidates'
import type { AgreementFacts } from '@/lib/releases/agreement-facts'
import { standingReadings } from '@/lib/tasks/still-said'
import type { Task } from '@/lib/tasks/task'

/** How often readers' answers are drawn anew for the intervals. */
const resampling = { seed: 1, resamples: 1_000 } as const

/**
 * Agreement between the readers of a release, gathered as its records pass by: how many read each item, and how far those of the told ones
 * agree. `forms`: of the study's protocols, by number.
 */
export function releaseAgreement(task: Task, settings: unknown, forms: ReadonlyMap<number, unknown>): { add: (parts: RecordParts, isTold?: boolean) => void; facts: () => AgreementFacts } {
  const agreement = task.agreement(settings, resampling)
  const readersPerItem = new Map<number, number>()
  let single = 0
  return {
    add(parts, isTold = true) {
      const { length } = parts.readings
      readersPerItem.set(length, (readersPerItem.get(length) ?? 0) + 1)
      if (!isTold) return
      if (length === 1 && parts.verdict.basis === 'consensus') single += 1
      const { present, before } = standingReadings(task, parts.content, { present: parts.readings, before: parts.before })
      agreement.add([...present, ...before].map(({ rater, answer, protocol }) => ({ rater, answer, form: forms.get(protocol) })), parts)
    },
    facts: () => ({
      of: 'all',
      readersPerItem: [...readersPerItem].map(([readers, items]) => ({ readers, items })).sort((a, b) => a.readers - b.readers),
      single,
      measures: agreement.measures(),
    }),
  }
}
