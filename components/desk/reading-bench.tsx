'use client'
import { ChevronLeft, CircleHelp, Forward } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { lazy, Suspense, useDeferredValue, useMemo, useState } from 'react'
import { useOffer } from '@/components/shell/offers'
import { useTaskPart } from '@/components/tasks/task-parts'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { useShortcut } from '@/components/ui/use-shortcut'
import type { PassOn } from '@/components/work/pass-on-dialog'
import { SaveMark } from '@/components/work/save-mark'
import { useActiveTime } from '@/components/work/use-active-time'
import { useDraftSync, workOf, type HandedIn } from '@/components/work/use-draft-sync'
import type { FieldProblem } from '@/lib/errors'
import { pathsAtWork as paths } from '@/lib/web/paths-at-work'
import type { SeatOnDesk } from './seat-on-desk'

// Dialogs come when they are wanted: what the workbench loads first is what reading needs.
const AskDialog = lazy(async () => ({ default: (await import('@/components/work/ask-dialog')).AskDialog }))
const ConflictDialog = lazy(async () => ({
  default: (await import('@/components/work/conflict-dialog')).ConflictDialog,
}))
const TakenOut = lazy(async () => ({ default: (await import('@/components/work/taken-out')).TakenOut }))
const PassOnDialog = lazy(async () => ({ default: (await import('@/components/work/pass-on-dialog')).PassOnDialog }))

const none: readonly FieldProblem[] = []

/** One reading: the task's editor, and around it what holds for every task: saving, handing in, passing on, asking. */
export function ReadingBench({
  personId,
  seat,
  moving,
  onBegun,
  onSubmit,
  onDecline,
}: {
  personId: string
  seat: SeatOnDesk
  moving: boolean
  onBegun: () => void
  onSubmit: (answer: unknown, activeMs: number, handedIn: HandedIn) => Promise<void>
  onDecline: (passOn: PassOn) => Promise<string | null>
}) {
  const t = useTranslations('desk.room')
  const keys = useTranslations('desk.keys')
  const { Editor, emptyDraft, fitDraft, problemsOf, Summary } = useTaskPart(seat.study.task)
  const time = useActiveTime(seat.draft?.activeMs ?? 0)
  const work = useDraftSync(
    { personId, itemId: seat.itemId, place: { kind: 'seat', id: seat.seatId }, of: workOf(seat), draft: seat.draft, empty: emptyDraft(), fit: fitDraft && ((body) => fitDraft(body, seat)) },
    time,
  )
  const [shown, setShown] = useState<'decline' | 'ask' | null>(null)
  const [attempts, setAttempts] = useState(0)
  const [sending, setSending] = useState(false)
  const tried = attempts > 0
  // Judging hundreds of marks takes longer than painting one: not before somebody asks, and then after the mark.
  const judged = useDeferredValue(work.body)
  const problems = useMemo(() => (tried ? problemsOf(judged, seat) : none), [tried, problemsOf, judged, seat])

  const submit = async () => {
    if (sending || moving || !work.ready) return
    setAttempts((before) => before + 1)
    if (problemsOf(work.body, seat).length > 0) return
    setSending(true)
    await onSubmit(work.body, time.ms(), work.close()).finally(() => setSending(false))
  }
  useShortcut('mod+enter', () => void submit())
  useShortcut('shift+q', () => setShown('ask'))
  useShortcut('shift+x', () => setShown('decline'))
  useOffer({
    shortcuts: [
      {
        title: keys('title'),
        shortcuts: [
          { keys: 'mod+enter', label: keys('submit') },
          { keys: 'shift+z', label: keys('takeBack') },
          { keys: 'shift+q', label: keys('ask') },
          { keys: 'shift+x', label: keys('passOn') },
        ],
      },
    ],
  })

  return (
    <div className="flex min-h-0 grow flex-col">
      <div data-work-bar className="sticky top-14 z-20 flex flex-wrap items-center gap-x-2 gap-y-2 sm:gap-x-4 border-b border-line bg-paper px-4 py-2">
        <Link href={paths.desk()} className="inline-flex min-h-8 items-center gap-1 text-sm text-ink-soft pointer-coarse:min-h-11">
          <ChevronLeft size={16} aria-hidden /> {t('toDesk')}
        </Link>
        <h1 className="min-w-0 grow basis-40 truncate text-sm font-medium max-sm:sr-only">{seat.study.name}</h1>
        <SaveMark state={work.state} />
        <div className="flex flex-wrap items-center gap-2">
          <Button
            variant="plain"
            size="small"
            icon={<CircleHelp size={16} aria-hidden />}
            onClick={() => setShown('ask')}
          >
            <span className="max-sm:sr-only">{t('ask')}</span>
          </Button>
          <Button
            variant="plain"
            size="small"
            icon={<Forward size={16} aria-hidden />}
            onClick={() => setShown('decline')}
          >
            <span className="max-sm:sr-only">{t('passOn')}</span>
          </Button>
          <Button
            variant="primary"
            size="small"
            shortcut="mod+enter"
            pending={sending || moving}
            onClick={() => void submit()}
          >
            {t('submit')}
          </Button>
        </div>
      </div>
      {(work.state === 'gone' || work.state === 'handed-in') && (
        <Notice tone="warn" live className="mx-4 mt-3" title={t(work.state)}>
          {t(`${work.state}Body`)}
        </Notice>
      )}
      {work.state === 'signed-out' && (
        <Notice
          tone="warn"
          live
          className="mx-4 mt-3"
          title={t('signedOut')}
          action={
            <a href={paths.signIn(paths.reading(seat.seatId))} target="_blank" rel="noopener">
              {t('signIn')}
            </a>
          }
        >
          {t('signedOutBody')}
        </Notice>
      )}
      <Suspense>{work.lost > 0 && <TakenOut lost={work.lost} />}</Suspense>
      {!seat.open && (
        <Notice tone="warn" className="mx-4 mt-3">
          {t('paused')}
        </Notice>
      )}
      {tried && problems.length > 0 && (
        <p role="alert" className="sr-only">
          {t('incomplete', { count: problems.length })}
        </p>
      )}
      {work.ready && (
        <div className="px-4 py-5 sm:px-6" inert={sending || moving}>
          <Editor
            text={seat.text}
            itemId={seat.itemId}
            content={seat.content}
            language={seat.language}
            protocol={seat.protocol}
            settings={seat.study.settings}
            draft={work.body}
            onChange={(draft) => {
              work.change(draft)
              onBegun()
            }}
            problems={problems}
            attempts={attempts}
          />
        </div>
      )}
      <Suspense>
        {shown === 'ask' && <AskDialog itemId={seat.itemId} open onOpenChange={() => setShown(null)} />}
        {shown === 'decline' && <PassOnDialog what="reading" open onOpenChange={() => setShown(null)} onPassOn={onDecline} />}
        {work.theirs && (
          <ConflictDialog
            theirs={work.theirs}
            mine={work.body}
            Summary={Summary}
            onChoose={(choice) => void work.resolve(choice)}
          />
        )}
      </Suspense>
    </div>
  )
}
