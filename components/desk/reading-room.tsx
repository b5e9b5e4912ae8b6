'use client'
import { useTranslations } from 'next-intl'
import { lazy, Suspense, useRef } from 'react'
import { tellWorker } from '@/components/offline/tell-worker'
import { randomUuid } from '@/components/ui/random-uuid'
import { Skeleton } from '@/components/ui/skeleton'
import { toast } from '@/components/ui/toast'
import { useShortcut } from '@/components/ui/use-shortcut'
import { NextAwaited } from '@/components/work/next-awaited'
import { useOutbox } from '@/components/work/use-outbox'
import { useRefusalSentence } from '@/components/work/use-refusal-sentence'
import { useWorkQueue, type QueueWays } from '@/components/work/use-work-queue'
import { WorkNotices } from '@/components/work/work-notices'
import { pathsAtWork as paths } from '@/lib/web/paths-at-work'
import { deskCalls, submitUrl } from './desk-calls'
import { LateReadingDone } from './late-reading-done'
import { ReadingBench } from './reading-bench'
import type { SeatOnDesk } from './seat-on-desk'

// At the end of the work, and the server has just answered.
const WorkDone = lazy(async () => ({ default: (await import('@/components/work/work-done')).WorkDone }))

const ways: QueueWays<SeatOnDesk> = {
  idOf: ({ seatId }) => seatId,
  next: async ({ study }, beyond) => {
    const answer = await deskCalls.next(study.id, beyond)
    return answer.kind === 'ok' ? { kind: 'ok', value: answer.value.seat } : answer
  },
  addressOf: (seat) => (seat ? paths.reading(seat.seatId) : paths.desk()),
}

/** How long "Undo" is offered: less than the server's own grace, so that an offer never fails. */
const undoMs = 20_000

/** One reading after another, without leaving the page: hand in, move on, take back. */
export function ReadingRoom({ personId, first }: { personId: string; first: SeatOnDesk }) {
  const t = useTranslations('desk.room')
  const refusal = useRefusalSentence()
  const { queue, work: seat, nth, turn, moving, awaited } = useWorkQueue(first, ways)

  const goTo = async (seatId: string) => {
    const answer = await deskCalls.seat(seatId)
    if (answer.kind === 'ok') queue.show(answer.value)
    else toast(answer.kind === 'refused' ? refusal(answer.failure) : t('unreachable'), { tone: 'danger' })
  }
  const takeBack = async (seatId: string) => {
    const answer = await deskCalls.takeBack(seatId)
    if (answer.kind === 'ok') await goTo(seatId)
    else toast(answer.kind === 'refused' ? refusal(answer.failure) : t('unreachable'), { tone: 'danger' })
  }
  const latest = useRef<{ seatId: string; until: number } | null>(null)
  useShortcut('shift+z', () => {
    const { seatId, until } = latest.current ?? { until: 0 }
    latest.current = null
    if (seatId !== undefined && Date.now() < until) void takeBack(seatId)
    else toast(t('nothingToTakeBack'))
  })
  const { waiting, put } = useOutbox(personId, 'page', {
    onTaken: ({ url, label: seatId, clientId }) => {
      if (url !== submitUrl) return
      latest.current = { seatId, until: Date.now() + undoMs }
      toast(t('handedIn'), {
        tone: 'good',
        id: clientId,
        durationMs: undoMs,
        action: { label: t('takeBack'), onPress: () => void takeBack(seatId) },
      })
    },
    onRefused: ({ url, label: seatId, clientId }, failure) =>
      toast(refusal(failure), {
        tone: 'danger',
        id: clientId,
        durationMs: Infinity,
        ...(url === submitUrl ? { action: { label: t('goBack'), onPress: () => void goTo(seatId) } } : {}),
      }),
  })

  return (
    <>
      <WorkNotices
        arrived={seat === null ? t('allDone') : nth === null ? null : t('arrived', { number: nth })}
        waiting={waiting.count > 0 ? t(waiting.unkept ? 'waitingUnkept' : 'waiting', { count: waiting.count }) : null}
      />
      <Suspense fallback={<Skeleton className="m-6 h-96" />}>
        {awaited ? (
          <NextAwaited title={t('awaited')} body={t('awaitedBody')} back={{ href: paths.desk(), label: t('toDesk') }} />
        ) : seat?.submittedAt ? (
          <LateReadingDone seat={seat} />
        ) : seat ? (
          <ReadingBench
            key={turn}
            personId={personId}
            seat={seat}
            moving={moving}
            onBegun={() => queue.prefetch(seat)}
            onSubmit={async (answer, activeMs, { from, draft }) => {
              const clientId = randomUuid()
              const sent = put({
                clientId,
                url: submitUrl,
                label: seat.seatId,
                itemId: seat.itemId,
                draft,
                payload: { seatId: seat.seatId, protocolId: seat.protocol.id, clientId, answer, activeMs, from },
              })
              await queue.advance(seat, sent)
              await sent
            }}
            onDecline={async ({ reason, note }) => {
              const answer = await deskCalls.decline(seat.seatId, reason, note)
              if (answer.kind !== 'ok') return answer.kind === 'refused' ? refusal(answer.failure) : t('unreachable')
              tellWorker({ drop: paths.reading(seat.seatId) })
              toast(t('passedOn'))
              await queue.advance(seat)
              return null
            }}
          />
        ) : (
          <WorkDone title={t('allDone')} body={t('allDoneBody')} back={{ href: paths.desk(), label: t('toDesk') }} />
        )}
      </Suspense>
    </>
  )
}
