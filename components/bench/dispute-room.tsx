'use client'
import { useTranslations } from 'next-intl'
import { lazy, Suspense } from 'react'
import { tellWorker } from '@/components/offline/tell-worker'
import { randomUuid } from '@/components/ui/random-uuid'
import { Skeleton } from '@/components/ui/skeleton'
import { toast } from '@/components/ui/toast'
import { NextAwaited } from '@/components/work/next-awaited'
import { useOutbox } from '@/components/work/use-outbox'
import { useRefusalSentence } from '@/components/work/use-refusal-sentence'
import { useWorkQueue, type QueueWays } from '@/components/work/use-work-queue'
import { WorkDone } from '@/components/work/work-done'
import { WorkNotices } from '@/components/work/work-notices'
import { paths } from '@/lib/web/paths'
import { benchCalls, verdictUrl } from './bench-calls'
import { DisputeBench } from './dispute-bench'
import type { DisputeOnBench } from './dispute-on-bench'

const DisputeSettled = lazy(async () => ({ default: (await import('./dispute-settled')).DisputeSettled }))

const ways: QueueWays<DisputeOnBench> = {
  idOf: ({ adjudicationId }) => adjudicationId,
  next: async ({ study }, beyond) => {
    const answer = await benchCalls.next(study.id, beyond)
    return answer.kind === 'ok' ? { kind: 'ok', value: answer.value.dispute } : answer
  },
  addressOf: (dispute) => (dispute ? paths.dispute(dispute.adjudicationId) : paths.bench()),
}

/** One dispute after another, without leaving the page. A verdict given is final here: nothing offers to take it back. */
export function DisputeRoom({ personId, first }: { personId: string; first: DisputeOnBench }) {
  const t = useTranslations('bench.room')
  const refusal = useRefusalSentence()
  const { queue, work: dispute, nth, turn, moving, awaited } = useWorkQueue(first, ways)

  const goTo = async (adjudicationId: string) => {
    const answer = await benchCalls.dispute(adjudicationId)
    if (answer.kind === 'ok') queue.show(answer.value)
    else toast(answer.kind === 'refused' ? refusal(answer.failure) : t('unreachable'), { tone: 'danger' })
  }
  // The outbox is the person's, not the page's: what was handed in at the desk passes through here too.
  const { waiting, put } = useOutbox(personId, 'page', {
    onTaken: ({ url, clientId }) => {
      if (url === verdictUrl) toast(t('given'), { tone: 'good', id: clientId })
    },
    onRefused: ({ url, label: adjudicationId, clientId }, failure) =>
      toast(refusal(failure), {
        tone: 'danger',
        id: clientId,
        durationMs: Infinity,
        ...(url === verdictUrl ? { action: { label: t('goBack'), onPress: () => void goTo(adjudicationId) } } : {}),
      }),
  })

  return (
    <>
      <WorkNotices
        arrived={dispute === null ? t('allDone') : nth === null ? null : t('arrived', { number: nth })}
        waiting={waiting.count > 0 ? t(waiting.unkept ? 'waitingUnkept' : 'waiting', { count: waiting.count }) : null}
      />
      {awaited ? (
        <NextAwaited title={t('awaited')} body={t('awaitedBody')} back={{ href: paths.bench(), label: t('toBench') }} />
      ) : dispute?.settled ? (
        <Suspense fallback={<Skeleton className="m-6 h-96" />}>
          <DisputeSettled dispute={dispute} />
        </Suspense>
      ) : dispute ? (
        <DisputeBench
          key={turn}
          personId={personId}
          dispute={dispute}
          moving={moving}
          onBegun={() => queue.prefetch(dispute)}
          onGive={async (draft, activeMs, handedIn) => {
            const { outcome, rationale, cause } = draft
            const sent = put({
              clientId: randomUuid(),
              url: verdictUrl,
              label: dispute.adjudicationId,
              itemId: dispute.itemId,
              draft: handedIn.draft,
              payload: {
                adjudicationId: dispute.adjudicationId,
                protocolId: dispute.protocol.id,
                outcome,
                answer: outcome === 'unusable' ? null : draft.answer,
                rationale,
                cause,
                activeMs,
                from: handedIn.from,
              },
            })
            await queue.advance(dispute)
            await sent
          }}
          onDecline={async ({ reason, note }) => {
            const answer = await benchCalls.decline(dispute.adjudicationId, reason, note)
            if (answer.kind !== 'ok') return answer.kind === 'refused' ? refusal(answer.failure) : t('unreachable')
            tellWorker({ drop: paths.dispute(dispute.adjudicationId) })
            toast(t('passedOn'))
            await queue.advance(dispute)
            return null
          }}
        />
      ) : (
        <WorkDone title={t('allDone')} body={t('allDoneBody')} back={{ href: paths.bench(), label: t('toBench') }} />
      )}
    </>
  )
}
