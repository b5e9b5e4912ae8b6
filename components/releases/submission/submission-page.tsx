import type { ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import { matchKey } from '@/components/releases/match-key'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { DataTable } from '@/components/ui/data-table'
import { Footnotes } from '@/components/ui/footnotes'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { TabLinks } from '@/components/ui/tab-links'
import { ScoreCell } from '@/components/releases/board/score-cell'
import { useScoreNotes } from '@/components/releases/board/use-score-notes'
import type { MeasureInfo, Scores } from '@/lib/tasks/evaluation'
import type { NamedAxis } from '@/lib/tasks/named-axes'
import { paths } from '@/lib/web/paths'
import { taskContest } from '@/components/tasks/task-contests'
import { Confusion } from './confusion'
import { Counts } from './counts'
import { ErrorBrowser } from './error-browser'
import { GroupTables } from './group-table'
import { stateTones, type SubmissionInList } from './submission-list'

export type SubmissionShown = SubmissionInList & {
  releaseTitle: string
  version: string
  task: string
  axes: readonly NamedAxis[]
  description: string
  hidden: boolean
  open: boolean
  measures: readonly MeasureInfo[]
  presentRules: number
  evaluations: { id: string; match: string; rules: number; scores: Scores }[]
}

/** One submission: how far it is, its scores under each rule, where it went wrong. */
export function SubmissionPage({ submission, match, job, withdraw }: { submission: SubmissionShown; match: string | undefined; job: ReactNode; withdraw: ReactNode }) {
  const t = useTranslations('board')
  const shown = submission.evaluations.find((one) => one.match === match) ?? submission.evaluations[0]
  const { releaseId, id } = submission
  const said = useScoreNotes(shown ? submission.measures.map(({ name }) => shown.scores.measures[name]) : [])
  return (
    <>
      <PageHeader
        crumbs={[
          { label: t('releases'), href: paths.releases() },
          { label: `${submission.releaseTitle} ${submission.version}`, href: paths.release(releaseId) },
          { label: t('submissions'), href: paths.submissions(releaseId) },
          { label: submission.system },
        ]}
        title={<bdi>{submission.system}</bdi>}
        lede={submission.description || undefined}
        meta={
          <>
            <Badge tone={stateTones[submission.state]}>{t(`states.${submission.state}`)}</Badge>
            {submission.anonymous && <Badge>{t('isAnonymous')}</Badge>}
          </>
        }
        actions={
          <>
            <LinkButton href={paths.board(releaseId, { split: submission.split })}>{t('toBoard')}</LinkButton>
            {submission.state !== 'withdrawn' && withdraw}
          </>
        }
      />
      {submission.state === 'received' && job}
      {submission.missing > 0 && <Notice tone="warn">{t('missingNote', { missing: submission.missing, predicted: submission.predicted })}</Notice>}
      {shown && (
        <>
          {submission.evaluations.length > 1 && (
            <TabLinks
              label={t('matches')}
              links={submission.evaluations.map((one) => ({
                href: paths.submission(releaseId, id, one.match),
                current: one === shown,
                label: t(`match.${matchKey(one.match)}`),
              }))}
            />
          )}
          {shown.rules < submission.presentRules && <Notice tone="warn">{t('rules.ofSubmission', { shown: shown.rules, present: submission.presentRules })}</Notice>}
          <Card title={t('scores')} note={t('tableNote', { resamples: shown.scores.resamples, confidence: shown.scores.confidence, rules: shown.rules })} flush>
            <DataTable
              caption={t('scores')}
              captionHidden
              rows={[shown]}
              rowKey={(one) => one.id}
              columns={submission.measures.map(({ name }) => ({
                key: name,
                header: t(`measures.${name.replace('.', '_') as 'overCriticism'}`),
                align: 'end' as const,
                cell: ({ scores }: { scores: Scores }) => <ScoreCell score={scores.measures[name]} {...said} />,
              }))}
            />
            <Footnotes notes={said.notes} />
          </Card>
          {submission.hidden && !submission.open ? (
            <Notice>{t('noCounts')}</Notice>
          ) : taskContest(submission.task).twoByTwo ? (
            <Card title={t('confusion.title')}>
              <Confusion counts={shown.scores.counts} />
            </Card>
          ) : (
            <Card title={t('counts.title')}>
              <Counts counts={shown.scores.counts} />
            </Card>
          )}
          <Card title={t('groups')} flush>
            <div className="px-5 pb-5">
              <GroupTables scores={shown.scores} measures={submission.measures} axes={submission.axes} />
            </div>
          </Card>
          {submission.open ? (
            shown.match !== 'judged' && (
              <Card title={t('errors.title')} note={t(`errors.notes.${submission.task}` as never)}>
                <ErrorBrowser key={shown.match} submissionId={id} task={submission.task} match={shown.match} />
              </Card>
            )
          ) : (
            <Notice>{t('errors.hidden')}</Notice>
          )}
        </>
      )}
    </>
  )
}
