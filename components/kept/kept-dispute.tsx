'use client'
import type { ReactNode } from 'react'
import { emptyAdjudication, type AdjudicationDraft } from '@/components/bench/adjudication-draft'
import { benchCalls } from '@/components/bench/bench-calls'
import type { DisputeOnBench } from '@/components/bench/dispute-on-bench'
import { taskComparison } from '@/components/tasks/task-comparisons'
import { SkeletonText } from '@/components/ui/skeleton-text'
import { useLookedUp } from './use-looked-up'

/** What was written beside a verdict that was given, in the task's comparison and never to be changed. */
export function KeptDispute({ place, body, otherwise }: { place: string; body: unknown; otherwise: ReactNode }) {
  const dispute = useLookedUp(benchCalls.dispute, place)
  if (dispute === null) return <SkeletonText lines={8} />
  return dispute === 'none' || dispute.readAgain ? otherwise : <Shown dispute={dispute} body={body as AdjudicationDraft} />
}

function Shown({ dispute, body }: { dispute: DisputeOnBench; body: AdjudicationDraft }) {
  const { Comparison } = taskComparison(dispute.study.task)
  const draft = { ...emptyAdjudication(dispute), ...body }
  return <Comparison {...dispute} settings={dispute.study.settings} work={draft} unusable={draft.outcome === 'unusable'} problems={[]} attempts={0} readOnly finish={draft.rationale && <p className="whitespace-pre-wrap">{draft.rationale}</p>} />
}
