/**
 * How drafts fared with the physicians who reviewed them, round by round (a round is a batch of items with drafts), and whether
 * drafting may stop. Knows verdicts and nobody's reading; a task without drafts has no such page.
 */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { countExamples } from '@/lib/db/example-rows'
import { newestProtocolForm } from '@/lib/db/protocols'
import { reviewRounds, type RoundRow } from '@/lib/db/review-rounds'
import { Refusal } from '@/lib/errors'
import type { Localised } from '@/lib/locale'
import { anotherRound, roundStatistics, type AnotherRound, type RoundStatistics, type StopRule } from '@/lib/tasks/draft-review'
import { taskOf } from '@/lib/tasks/registry'
import { admitAdmin } from './admit-admin'

export const roundsInput = z.object({ study: z.string() })

export type RoundShown = Pick<RoundRow, 'id' | 'name' | 'openedAt' | 'items' | 'open' | 'reasons'> & RoundStatistics & { examples: number }
export type Rounds = {
  rounds: RoundShown[]
  rule: StopRule
  /** Why another round is due, by the rounds that are over; null: drafting may stop. */
  due: AnotherRound | null
  examples: number
  reasons: readonly { code: string; name: Localised }[]
}

export async function readRounds(viewer: Viewer, { study: slug }: z.output<typeof roundsInput>): Promise<Rounds> {
  return asViewer(viewer, async (tx) => {
    const study = await admitAdmin(tx, viewer, slug)
    const { draftReview } = taskOf(study.task)
    if (!draftReview) throw new Refusal('not-found', 'not-found')
    const rule = draftReview.stopRule(study.settings)
    const form = await newestProtocolForm(tx, study.id)
    const examples = await countExamples(tx, study.id)
    const rows = await reviewRounds(tx, study.id)
    return {
      rounds: rows.map(({ id, name, openedAt, items, open, reasons, ...round }) => ({ id, name, openedAt, items, open, reasons, ...roundStatistics(round, rule.confidence), examples: examples.byRound.get(id) ?? 0 })),
      rule,
      due: anotherRound(rows.filter(({ open }) => open === 0), rule),
      examples: examples.all,
      reasons: form === null ? [] : draftReview.reasons(form),
    }
  }) // prettier-ignore
}
