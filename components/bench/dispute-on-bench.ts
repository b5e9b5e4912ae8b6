import type { Cause } from '@/lib/workflow/causes'

export type VerdictOnBench = {
  answer: unknown
  usable: boolean
  rationale: string
  cause: Cause | null
  version: number
  source: 'consensus' | 'adjudication'
}

/** A dispute as the bench shows it; what lib/services/read-dispute sends, as JSON. */
export type DisputeOnBench = {
  adjudicationId: string
  itemId: string
  text: string
  content: unknown
  language: string | null
  specialty: string | null
  study: { id: string; name: string; task: string; settings: unknown }
  protocol: { id: string; number: number; guideline: string; form: unknown }
  readings: readonly { letter: string; answer: unknown }[]
  points: readonly unknown[]
  settled: boolean
  /** The readings differ: a verdict names the cause. */
  differs: boolean
  /** The item went back to readers since; their readings are not shown. */
  readAgain: boolean
  draft: { body: unknown; version: number; activeMs: number } | null
  /** The verdict given here. */
  given: (VerdictOnBench & { underRubric: number | null }) | null
  /** Verdicts that stood before, newest first; `content`: the item as it was asked then, where it may have been another. */
  earlier: readonly (VerdictOnBench & { content: unknown })[]
}
