'use client'
import { useTranslations } from 'next-intl'
import { useTaskPart } from '@/components/tasks/task-parts'
import type { AdjudicationDraft } from './adjudication-draft'

/** A line that tells a version of the work apart from another. */
export function AdjudicationSummary({ task, draft }: { task: string; draft: unknown }) {
  const t = useTranslations('bench')
  const { Summary } = useTaskPart(task)
  const { outcome, answer, rationale, cause } = draft as AdjudicationDraft
  return (
    <>
      {outcome === 'unusable' ? t('verdict.unusable') : <Summary draft={answer} />}
      {cause && ` · ${t(`causes.${cause}.name`)}`}
      {rationale && ` – ${rationale.slice(0, 120)}`}
    </>
  )
}
