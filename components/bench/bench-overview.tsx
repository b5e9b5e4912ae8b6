import { Gavel, Scale } from 'lucide-react'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { KeptCard } from '@/components/kept/kept-card'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Stat } from '@/components/ui/stat'
import { StatRow } from '@/components/ui/stat-row'
import { AnswersCard, type UnreadAnswer } from '@/components/work/answers-card'
import { StudyLane } from '@/components/work/study-lane'
import { paths } from '@/lib/web/paths'
import { HeldDisputes, type HeldOnBench } from './held-disputes'

export type StudyOnBench = { studyId: string; name: string; waiting: number; settledByMe: number }

/** What waits to be decided, what is begun, what is done; and one button that leads to the next thing to do. */
export function BenchOverview({
  personId,
  bench: { studies, held, questions, answers, forOthers },
  nothingFound,
  continueAtBench,
}: {
  personId: string
  /** `questions`: places that an expert is asked to compare; `forOthers`: disputes that wait and are not this person's to settle. */
  bench: { studies: StudyOnBench[]; held: HeldOnBench[]; questions: number; answers: UnreadAnswer[]; forOthers: number }
  /** The last press of "Continue" found nothing. */
  nothingFound: boolean
  continueAtBench: (form: FormData) => Promise<void>
}) {
  const t = useTranslations('bench')
  const format = useFormatter()
  const waiting = studies.reduce((sum, study) => sum + study.waiting, 0)
  const settled = studies.reduce((sum, study) => sum + study.settledByMe, 0)
  const begun = held.filter((one) => one.begun).length
  const something = waiting > 0 || held.length > 0
  const seeDone = settled > 0 && <LinkButton href={paths.benchDone()}>{t('stats.seeDone')}</LinkButton>

  return (
    <>
      <PageHeader
        title={t('title')}
        lede={something ? t('lede', { waiting, held: held.length }) : t('ledeNothing')}
        actions={
          something && (
            <form action={continueAtBench}>
              <Button type="submit" variant="primary" size="large" icon={<Gavel size={19} aria-hidden />} autoFocus>
                {t(held.length > 0 ? 'continue' : 'start')}
              </Button>
            </form>
          )
        }
      />
      {nothingFound && (
        <Notice tone="neutral" live>
          {t('nothingFound')}
        </Notice>
      )}
      {forOthers > 0 && <Notice tone="neutral" title={t('forOthers', { count: forOthers })}>{t('forOthersWhy')}</Notice>}
      {studies.length > 0 && (
        <Card>
          <StatRow>
            <Stat label={t('stats.waiting')} value={format.number(waiting)} />
            <Stat label={t('stats.begun')} value={format.number(begun)} />
            <Stat
              label={t('stats.settled')}
              value={format.number(settled)}
              note={settled > 0 ? <Link href={paths.benchDone()}>{t('stats.seeDone')}</Link> : undefined}
            />
          </StatRow>
        </Card>
      )}
      <AnswersCard answers={answers} />
      {questions > 0 && (
        <Card title={t('questions.title')} note={t('questions.note')} actions={<LinkButton href={paths.spanQuestions()}>{t('questions.open')}</LinkButton>}>
          <p>{t('questions.waiting', { count: questions })}</p>
        </Card>
      )}
      {held.length > 0 && (
        <Card title={t('held.title')} note={t('held.note')} flush>
          <HeldDisputes held={held} studyName={(studyId) => studies.find((study) => study.studyId === studyId)?.name ?? ''} />
        </Card>
      )}
      <KeptCard personId={personId} />
      {studies.length === 0 ? (
        <EmptyState icon={<Scale size={36} aria-hidden />} title={t('noStudies')} body={t('noStudiesBody')} />
      ) : !something ? (
        <EmptyState icon={<Scale size={36} aria-hidden />} title={t('allDone')} body={t('allDoneBody')} action={seeDone} />
      ) : (
        <Card title={t('studies.title')} flush>
          <ul className="divide-y divide-line">
            {studies.map((study) => (
              <StudyLane
                key={study.studyId}
                study={study}
                line={t('studies.line', { done: study.settledByMe })}
                waiting={t('studies.waiting', { count: study.waiting })}
                button={{
                  icon: <Gavel size={16} aria-hidden />,
                  label: t('studies.decide'),
                  name: t('studies.decideIn', { study: study.name }),
                  blockedBecause: study.waiting > 0 || held.some(({ studyId }) => studyId === study.studyId) ? null : t('studies.nothing'),
                }}
                action={continueAtBench}
              />
            ))}
          </ul>
        </Card>
      )}
    </>
  )
}
