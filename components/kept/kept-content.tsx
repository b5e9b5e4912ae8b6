'use client'
import { useTranslations } from 'next-intl'
import { lazy, Suspense } from 'react'
import { AdjudicationSummary } from '@/components/bench/adjudication-summary'
import { useTaskPart } from '@/components/tasks/task-parts'
import { CodeText } from '@/components/ui/code-text'
import { SkeletonText } from '@/components/ui/skeleton-text'
import type { KeptPiece } from './kept-pieces'
import { keptText } from './kept-text'

const KeptReading = lazy(async () => ({ default: (await import('./kept-reading')).KeptReading }))
const KeptDispute = lazy(async () => ({ default: (await import('./kept-dispute')).KeptDispute }))

/** In its own editor where the item is still the person's to see, which is what they have handed in; else what was written, and no more. */
export function KeptContent({ piece, body }: { piece: KeptPiece; body: unknown }) {
  const { place, why, kind } = piece
  const asText = <WrittenText piece={piece} body={body} />
  const Shown = kind === 'seat' ? KeptReading : KeptDispute
  return (
    <Suspense fallback={<SkeletonText lines={8} />}>
      {why === 'handed-in' && place ? <Shown place={place} body={body} otherwise={asText} /> : asText}
    </Suspense>
  )
}

function WrittenText({ piece: { task, kind }, body }: { piece: KeptPiece; body: unknown }) {
  const t = useTranslations('kept')
  return (
    <div className="grid gap-3">
      {task && <p className="break-words">{kind === 'seat' ? <ReadingSummary task={task} draft={body} /> : <AdjudicationSummary task={task} draft={body} />}</p>}
      <CodeText block label={t('content')} className="whitespace-pre-wrap break-words">
        {keptText(body)}
      </CodeText>
    </div>
  )
}

function ReadingSummary({ task, draft }: { task: string; draft: unknown }) {
  const { Summary } = useTaskPart(task)
  return <Summary draft={draft} />
}
