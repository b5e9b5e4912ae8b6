/**
 * How drafted rubrics fared with the physicians who reviewed them, round by round (a round is a batch of items with drafts), and
 * whether drafting may stop. Knows verdicts and nobody's reading; every other task has no such page.
 */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { countExamples } from '@/lib/db/example-rows'
import { newestProtocolForm } from '@/lib/db/protocols'
import { reviewRounds, type RoundRow } from '@/lib/db/review-rounds'
import { Refusal } from '@/lib/errors'
import { formSchema, type Form } from '@/lib/tasks/rubric-authoring/form'
import { anotherRound, roundStatistics, type AnotherRound, type RoundStatistics, type StopRule } from '@/lib/tasks/rubric-authoring/rounds'
import { settingsSchema } from '@/lib/tasks/rubric-authoring/settings'
import { admitAdmin } from './admit-admin'

export const roundsInput = z.object({ study: z.string() })

export type RoundShown = Pick<RoundRow, 'id' | 'name' | 'openedAt' | 'items' | 'open' | 'reasons'> & RoundStatistics & { examples: number }
export type Rounds = {
  rounds: RoundShown[]
  rule: StopRule
  /** Why another round is due, by the rounds that are over; null: drafting may stop. */
  due: AnotherRound | null
  examples: number
  reasons: Form['reasons']
}

export async function readRounds(viewer: Viewer, { study: slug }: z.output<typeof roundsInput>): Promise<Rounds> {
  return asViewer(viewer, async (tx) => {
    const study = await admitAdmin(tx, viewer, slug)
    if (study.task !== 'rubric-authoring') throw new Refusal('not-found', 'not-found')
    const rule = settingsSchema.parse(study.settings).stopRule
    const form = await newestProtocolForm(tx, study.id)
    const counts = await countExamples(tx, study.id)
    const examplesOf = new Map(counts.map(({ batchId, examples }) => [batchId, examples]))
    const rows = await reviewRounds(tx, study.id)
    return {
      rounds: rows.map(({ id, name, openedAt, items, open, reasons, ...round }) => ({ id, name, openedAt, items, open, reasons, ...roundStatistics(round, rule.confidence), examples: examplesOf.get(id) ?? 0 })),
      rule,
      due: anotherRound(rows.filter(({ open }) => open === 0), rule),
      examples: counts.reduce((sum, { examples }) => sum + examples, 0),
      reasons: form === null ? [] : formSchema.parse(form).reasons,
    }
  }) // prettier-ignore
}
