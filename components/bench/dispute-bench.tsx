'use client'
import { ChevronLeft, CircleHelp, Forward, Gavel } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Suspense, useMemo, useRef, useState } from 'react'
import { useOffer } from '@/components/shell/offers'
import { focusFirstProblem } from '@/components/tasks/focus-first-problem'
import { taskComparison } from '@/components/tasks/task-comparisons'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { SkeletonText } from '@/components/ui/skeleton-text'
import { useShortcut } from '@/components/ui/use-shortcut'
import { AskDialog } from '@/components/work/ask-dialog'
import { ConflictDialog } from '@/components/work/conflict-dialog'
import { PassOnDialog, type PassOn } from '@/components/work/pass-on-dialog'
import { SaveMark } from '@/components/work/save-mark'
import { TakenOut } from '@/components/work/taken-out'
import { useActiveTime } from '@/components/work/use-active-time'
import { useDraftSync, workOf, type HandedIn } from '@/components/work/use-draft-sync'
import { paths } from '@/lib/web/paths'
import { adjudicationProblems, emptyAdjudication, type AdjudicationDraft } from './adjudication-draft'
import { AdjudicationSummary } from './adjudication-summary'
import { BenchBar } from './bench-bar'
import type { DisputeOnBench } from './dispute-on-bench'
import { EarlierVerdicts } from './earlier-verdicts'
import { VerdictForm } from './verdict-form'

/** One dispute: the task's comparison, and around it what holds for every task: the reasons, saving, giving, passing on, asking. */
export function DisputeBench({
  personId,
  dispute,
  moving,
  onBegun,
  onGive,
  onDecline,
}: {
  personId: string
  dispute: DisputeOnBench
  moving: boolean
  onBegun: () => void
  onGive: (draft: AdjudicationDraft, activeMs: number, handedIn: HandedIn) => Promise<void>
  onDecline: (passOn: PassOn) => Promise<string | null>
}) {
  const t = useTranslations('bench.room')
  const keys = useTranslations('bench.keys')
  const { Comparison, fitAnswer } = taskComparison(dispute.study.task)
  const root = useRef<HTMLDivElement>(null)
  const time = useActiveTime(dispute.draft?.activeMs ?? 0)
  const empty = useMemo(() => emptyAdjudication(dispute), [dispute])
  const fit =
    fitAnswer &&
    ((body: unknown) => {
      const { draft: answer, lost } = fitAnswer((body as AdjudicationDraft).answer, dispute)
      return { draft: { ...(body as AdjudicationDraft), answer }, lost }
    })
  const work = useDraftSync(
    { personId, itemId: dispute.itemId, place: { kind: 'adjudication', id: dispute.adjudicationId }, of: workOf(dispute), draft: dispute.draft, empty, fit },
    time,
  )
  const draft = work.body as AdjudicationDraft
  const [shown, setShown] = useState<'decline' | 'ask' | null>(null)
  const [attempts, setAttempts] = useState(0)
  const [sending, setSending] = useState(false)
  const problems = useMemo(() => adjudicationProblems(draft, dispute), [draft, dispute])

  const change = (next: Partial<AdjudicationDraft>) => {
    work.change({ ...draft, ...next })
    onBegun()
  }
  const give = async () => {
    if (sending || moving || !work.ready) return
    setAttempts((before) => before + 1)
    if (problems.length > 0) {
      requestAnimationFrame(() => root.current && focusFirstProblem(root.current))
      return
    }
    setSending(true)
    await onGive(draft, time.ms(), work.close()).finally(() => setSending(false))
  }
  const toRationale = () => root.current?.querySelector<HTMLElement>('[data-field=rationale]')?.focus()
  useShortcut('mod+enter', () => void give())
  useShortcut('shift+r', toRationale)
  useShortcut('shift+u', () => change({ outcome: draft.outcome === 'unusable' ? 'answer' : 'unusable' }))
  useShortcut('shift+q', () => setShown('ask'))
  useShortcut('shift+x', () => setShown('decline'))
  useOffer({
    shortcuts: [
      {
        title: keys('title'),
        shortcuts: [
          { keys: 'shift+r', label: keys('rationale') },
          { keys: 'shift+u', label: keys('unusable') },
          { keys: 'mod+enter', label: keys('give') },
          { keys: 'shift+q', label: keys('ask') },
          { keys: 'shift+x', label: keys('passOn') },
        ],
      },
    ],
  })

  return (
    <div ref={root} className="flex min-h-0 grow flex-col">
      <BenchBar
        back={
          <Link href={paths.bench()} className="inline-flex min-h-8 items-center gap-1 text-sm text-ink-soft pointer-coarse:min-h-11">
            <ChevronLeft size={16} aria-hidden /> {t('toBench')}
          </Link>
        }
        title={dispute.study.name}
      >
        <SaveMark state={work.state} />
        <div className="flex flex-wrap items-center gap-2">
          <Button variant="plain" size="small" icon={<CircleHelp size={16} aria-hidden />} onClick={() => setShown('ask')}>
            <span className="max-sm:sr-only">{t('ask')}</span>
          </Button>
          <Button variant="plain" size="small" icon={<Forward size={16} aria-hidden />} onClick={() => setShown('decline')}>
            <span className="max-sm:sr-only">{t('passOn')}</span>
          </Button>
          <Button variant="primary" size="small" icon={<Gavel size={15} aria-hidden />} shortcut="mod+enter" pending={sending || moving} onClick={() => void give()}>
            {t('give')}
          </Button>
        </div>
      </BenchBar>
      {(work.state === 'gone' || work.state === 'handed-in') && <Notice tone="warn" live className="mx-4 mt-3" title={t(work.state)}>{t(`${work.state}Body`)}</Notice>}
      {work.state === 'signed-out' && (
        <Notice tone="warn" live className="mx-4 mt-3" title={t('signedOut')} action={<a href={paths.signIn(paths.dispute(dispute.adjudicationId))} target="_blank" rel="noopener">{t('signIn')}</a>}>
          {t('signedOutBody')}
        </Notice>
      )}
      {work.lost > 0 && <TakenOut lost={work.lost} />}
      {attempts > 0 && problems.length > 0 && <p role="alert" className="sr-only">{t('incomplete', { count: problems.length })}</p>}
      {work.ready && (
        <div className="flex min-h-0 grow flex-col" inert={sending || moving}>
          <EarlierVerdicts dispute={dispute} verdicts={dispute.earlier} />
          <Suspense fallback={<div className="p-6"><SkeletonText lines={8} /></div>}>
            <Comparison
              {...dispute}
              settings={dispute.study.settings}
              work={draft}
              onChange={(next) => change({ ...next, outcome: 'answer' })}
              unusable={draft.outcome === 'unusable'}
              problems={problems}
              attempts={attempts}
              finish={<VerdictForm {...{ draft, problems }} differs={dispute.differs} showProblems={attempts > 0} pending={sending || moving} onChange={change} onGive={() => void give()} />}
            />
          </Suspense>
        </div>
      )}
      <AskDialog itemId={dispute.itemId} open={shown === 'ask'} onOpenChange={(open) => setShown(open ? 'ask' : null)} />
      <PassOnDialog what="dispute" open={shown === 'decline'} onOpenChange={(open) => setShown(open ? 'decline' : null)} onPassOn={onDecline} />
      <ConflictDialog theirs={work.theirs} mine={draft} Summary={({ draft: version }) => <AdjudicationSummary task={dispute.study.task} draft={version} />} onChoose={(choice) => void work.resolve(choice)} />
    </div>
  )
}
