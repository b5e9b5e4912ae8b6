import { Coffee, PencilLine } from 'lucide-react'
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
import { HeldList, type HeldOnDesk } from './held-list'

export type StudyOnDesk = {
  studyId: string
  name: string
  waiting: number
  doneByMe: number
  doneToday: number
  dueOn: Date | null
}
/** The database counts waiting items no further than this in each lane. */
const countedTo = 500

/** What waits, what is begun, what is done; and one button that leads to the next thing to do. */
export function DeskOverview({
  personId,
  desk: { studies, held, answers, forOthers },
  nothingFound,
  continueReading,
}: {
  personId: string
  /** `forOthers`: texts that wait and are not this person's to read. */
  desk: { studies: StudyOnDesk[]; held: HeldOnDesk[]; answers: UnreadAnswer[]; forOthers: number }
  /** The last press of "Continue" found nothing. */
  nothingFound: boolean
  continueReading: (form: FormData) => Promise<void>
}) {
  const t = useTranslations('desk')
  const format = useFormatter()
  const waiting = studies.reduce((sum, study) => sum + study.waiting, 0)
  const begun = held.filter((one) => one.begun)
  const today = studies.reduce((sum, study) => sum + study.doneToday, 0)
  const done = studies.reduce((sum, study) => sum + study.doneByMe, 0)
  const something = waiting > 0 || held.length > 0
  const toContinue = held.some(({ paused }) => !paused)
  const count = (value: number) => (value >= countedTo ? t('atLeast', { value }) : format.number(value))

  return (
    <>
      <PageHeader
        title={t('title')}
        lede={something ? t('lede', { waiting, begun: begun.length }) : t('ledeNothing')}
        actions={
          (waiting > 0 || toContinue) && (
            <form action={continueReading}>
              <Button type="submit" variant="primary" size="large" autoFocus>
                {t(toContinue ? 'continue' : 'start')}
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
            <Stat label={t('stats.waiting')} value={count(waiting)} />
            <Stat label={t('stats.begun')} value={format.number(begun.length)} />
            <Stat label={t('stats.today')} value={format.number(today)} />
            <Stat
              label={t('stats.done')}
              value={format.number(done)}
              note={done > 0 ? <Link href={paths.deskDone()}>{t('stats.seeDone')}</Link> : undefined}
            />
          </StatRow>
        </Card>
      )}
      <AnswersCard answers={answers} />
      {held.length > 0 && (
        <Card title={t('held.title')} note={t('held.note')} flush>
          <HeldList
            held={held}
            studyName={(studyId) => studies.find((study) => study.studyId === studyId)?.name ?? ''}
          />
        </Card>
      )}
      <KeptCard personId={personId} />
      {studies.length === 0 ? (
        <EmptyState icon={<Coffee size={36} aria-hidden />} title={t('noStudies')} body={t('noStudiesBody')} />
      ) : !something ? (
        <EmptyState
          icon={<Coffee size={36} aria-hidden />}
          title={t('allDone')}
          body={t('allDoneBody')}
          action={done > 0 && <LinkButton href={paths.deskDone()}>{t('stats.seeDone')}</LinkButton>}
        />
      ) : (
        <Card title={t('studies.title')} flush>
          <ul className="divide-y divide-line">
            {studies.map((study) => (
              <StudyLane
                key={study.studyId}
                study={study}
                line={
                  <>
                    {t('studies.line', { done: study.doneByMe })}
                    {study.dueOn &&
                      ` · ${t('studies.due', { date: format.dateTime(new Date(study.dueOn), { dateStyle: 'medium', timeZone: 'UTC' }) })}`}
                  </>
                }
                waiting={t('studies.waiting', { count: study.waiting })}
                button={{
                  icon: <PencilLine size={16} aria-hidden />,
                  label: t('studies.read'),
                  name: t('studies.readIn', { study: study.name }),
                  blockedBecause: study.waiting > 0 || held.some(({ studyId }) => studyId === study.studyId) ? null : t('studies.nothing'),
                }}
                action={continueReading}
              />
            ))}
          </ul>
        </Card>
      )}
    </>
  )
}
