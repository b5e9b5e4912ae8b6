'use client'
import { ChevronLeft, CircleHelp } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { lazy, Suspense, useState } from 'react'
import { useTaskPart } from '@/components/tasks/task-parts'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { paths } from '@/lib/web/paths'
import { BothSides } from './both-sides'
import type { SeatOnDesk } from './seat-on-desk'

const AskDialog = lazy(async () => ({ default: (await import('@/components/work/ask-dialog')).AskDialog }))

/** A reading that has been handed in; beside it the verdict, where the study shows it and the item is closed. */
export function ReadingDone({ seat }: { seat: SeatOnDesk }) {
  const t = useTranslations('desk.done')
  const [asking, setAsking] = useState(false)
  const [side, setSide] = useState<'mine' | 'verdict'>('mine')
  const { Editor, emptyDraft } = useTaskPart(seat.study.task)
  const { verdict } = seat
  const isMine = side === 'mine'
  const answer = isMine ? seat.judgment?.answer : verdict?.usable ? verdict.answer : null
  return (
    <div className="flex min-h-0 grow flex-col">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-2">
        <Link href={paths.deskDone()} className="inline-flex min-h-8 items-center gap-1 text-sm text-ink-soft pointer-coarse:min-h-11">
          <ChevronLeft size={16} aria-hidden /> {t('title')}
        </Link>
        <h1 className="min-w-0 grow truncate text-sm font-medium">{seat.study.name}</h1>
        <Button variant="plain" size="small" icon={<CircleHelp size={16} aria-hidden />} onClick={() => setAsking(true)}>
          {t('ask')}
        </Button>
        {verdict && (
          <SegmentedControl
            label={t('side')}
            labelHidden
            value={side}
            onChange={(value) => setSide(value === 'verdict' ? 'verdict' : 'mine')}
            options={[
              { value: 'mine', label: t('mine') },
              { value: 'verdict', label: t('verdict') },
            ]}
          />
        )}
      </div>
      <Suspense>{asking && <AskDialog itemId={seat.itemId} open onOpenChange={setAsking} />}</Suspense>
      {verdict && side === 'verdict' && (verdict.rationale || !verdict.usable) && (
        <Notice tone="accent" className="mx-4 mt-3 min-[1000px]:hidden" title={verdict.usable ? t('rationale') : t('unusable')}>
          <p className="whitespace-pre-wrap">{verdict.rationale}</p>
        </Notice>
      )}
      {isMine && seat.judgment && seat.judgment.underRubric !== null && (
        <Notice tone="neutral" className="mx-4 mt-3">
          {t('underRubric', { version: seat.judgment.underRubric })}
        </Notice>
      )}
      {verdict && <BothSides seat={seat} verdict={verdict} />}
      <div className="px-4 py-5 sm:px-6">
        <Editor
          key={side}
          text={seat.text}
          content={isMine ? seat.content : (verdict?.content ?? seat.content)}
          language={seat.language}
          protocol={isMine ? seat.protocol : (verdict?.protocol ?? seat.protocol)}
          settings={seat.study.settings}
          draft={answer ?? emptyDraft()}
          of={isMine ? 'judgment' : 'verdict'}
          problems={[]}
          attempts={0}
          readOnly
        />
      </div>
    </div>
  )
}
