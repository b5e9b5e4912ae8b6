import { Trophy } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import type { Outcome } from '@/components/studies/setup/outcome'
import { stepsToldOf } from '@/lib/tasks/told-steps'
import { paths } from '@/lib/web/paths'
import { coarseGroups } from '@/lib/workflow/submission-limits'
import { BoardPlots } from './board-plots'
import type { BoardShown } from './board-shown'
import { BoardTable } from './board-table'
import { ContestPicker } from './contest-picker'
import { ExpertsCard } from './experts-card'
import { HeatMap } from './heat-map'
import { RulesNotice } from './rules-notice'
import { TableDownload } from './table-download'

/** `anew`: has systems that were scored by earlier rules scored by the present ones. */
export type BoardVerbs = ExpertVerbs & { anew: (input: { releaseId: string; split: string; match: string }) => Promise<Outcome<{ jobId: string }>> }

export type ExpertVerbs = {
  ask: (input: { releaseId: string; split: string }) => Promise<Outcome<{ asked: number }>>
  judge: (input: { releaseId: string; split: string }) => Promise<Outcome<{ jobIds: string[]; atWork: number }>>
}

/** How systems and the human readers do on one split of a release. */
export function Board({ board, verbs }: { board: BoardShown; verbs: BoardVerbs }) {
  const t = useTranslations('board')
  const { releaseId, split } = board
  const step = useFormatter().number(1 / stepsToldOf(board.items), { maximumSignificantDigits: 2 })
  const submit = (
    <LinkButton variant="primary" href={paths.submit(releaseId, split)}>
      {t('submit.title')}
    </LinkButton>
  )
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('releases'), href: paths.releases() }, { label: `${board.title} ${board.version}`, href: paths.release(releaseId) }, { label: t('title') }]}
        title={t('title')}
        lede={t('lede')}
        actions={
          <>
            <LinkButton href={paths.submissions(releaseId)}>{t('submissions')}</LinkButton>
            {submit}
          </>
        }
      />
      <ContestPicker {...board} />
      {board.hidden && <Notice>{t(board.open ? 'hiddenOpen' : board.items < coarseGroups.smallest ? 'hiddenSmall' : 'hiddenNote', { step })}</Notice>}
      <RulesNotice {...{ releaseId, split }} match={board.match} rules={board.rules} admin={board.admin} anew={verbs.anew} />
      {board.rows.length === 0 ? (
        <EmptyState icon={<Trophy size={36} aria-hidden />} title={t('none')} body={t('noneBody')} action={submit} />
      ) : (
        <>
          <Card
            title={t('table')}
            note={t('tableNote', { resamples: board.rows[0]!.scores.resamples, confidence: board.rows[0]!.scores.confidence, rules: board.rules.shown })}
            flush
            actions={<TableDownload board={board} />}
          >
            <BoardTable board={board} />
          </Card>
          <Card title={t('plots.title')}>
            <BoardPlots board={board} />
          </Card>
          <Card title={t('heat.title')} note={t('heat.note')}>
            <HeatMap board={board} />
          </Card>
          <Baseline rows={board.rows} />
        </>
      )}
      {board.questions && board.asksExperts && board.rows.some(({ kind }) => kind === 'system') && <ExpertsCard releaseId={releaseId} split={split} questions={board.questions} verbs={verbs} />}
    </>
  )
}

/** How the human baseline came about, with what was left out of it. */
function Baseline({ rows }: { rows: BoardShown['rows'] }) {
  const t = useTranslations('board')
  // The mean's row knows of all readers, whether they are shown one by one or not.
  const mean = rows.find(({ kind }) => kind === 'readers')?.scores
  if (!mean) return null
  const leftOut = (why: string) => mean.leftOut?.[why] ?? 0
  return (
    <Card title={t('baseline.title')}>
      <p className="max-w-[72ch] text-ink-soft">{t('baseline.body', { readers: mean.readers ?? 0 })}</p>
      <p className="mt-2 max-w-[72ch] text-ink-soft">{t('baseline.leftOut', { alone: leftOut('alone'), differ: leftOut('others-differ'), again: leftOut('read-again') })}</p>
    </Card>
  )
}
