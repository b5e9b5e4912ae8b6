'use client'
import { useTranslations } from 'next-intl'
import { createElement, type ReactNode } from 'react'
import { taskAnswer, type AnswerProps } from '@/components/tasks/task-answers'
import { Card } from '@/components/ui/card'
import type { SeatOnDesk } from './seat-on-desk'

/** A reader's own judgment and the verdict beside each other, each in the words of the protocol it was given under; where there is room for both. */
export function BothSides({ seat, verdict }: { seat: SeatOnDesk; verdict: NonNullable<SeatOnDesk['verdict']> }) {
  const t = useTranslations('desk.done')
  const said = { task: seat.study.task, language: seat.language, toJudge: true as const }
  const apart = verdict.protocol.number !== seat.protocol.number
  const side = (title: string, version: number, children: ReactNode) => (
    <Card title={title} {...(apart ? { note: t('under', { version }) } : {})}>
      <div className="grid gap-3">{children}</div>
    </Card>
  )
  return (
    <div className="hidden items-start gap-6 px-4 pt-5 sm:px-6 min-[1000px]:grid min-[1000px]:grid-cols-2">
      {side(
        t('mine'),
        seat.protocol.number,
        seat.judgment && <Answer {...said} answer={seat.judgment.answer} form={seat.protocol.form} content={seat.content} />,
      )}
      {side(
        t('verdict'),
        verdict.protocol.number,
        <>
          {verdict.usable ? (
            <Answer {...said} answer={verdict.answer} form={verdict.protocol.form} content={verdict.content ?? seat.content} />
          ) : (
            <p className="font-medium">{t('unusable')}</p>
          )}
          {verdict.rationale && (
            <div>
              <p className="text-sm text-ink-soft">{t('rationale')}</p>
              <p dir="auto" className="[overflow-wrap:anywhere] whitespace-pre-wrap">{verdict.rationale}</p>
            </div>
          )}
        </>,
      )}
    </div>
  )
}

const Answer = ({ task, ...props }: AnswerProps & { task: string }) => createElement(taskAnswer(task), props)
