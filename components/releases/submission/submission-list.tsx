import { Send } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { AbsoluteTime } from '@/components/ui/absolute-time'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { paths } from '@/lib/web/paths'

export type SubmissionInList = { id: string; releaseId: string; split: string; system: string; anonymous: boolean; fileName: string; state: 'received' | 'scored' | 'withdrawn'; predicted: number; missing: number; createdAt: Date; mine: boolean }

export const stateTones = { received: 'accent', scored: 'good', withdrawn: 'neutral' } as const

/** Submissions to a release that the viewer may see, newest first. */
export function SubmissionList({ releaseId, submissions }: { releaseId: string; submissions: readonly SubmissionInList[] }) {
  const t = useTranslations('board')
  if (submissions.length === 0)
    return (
      <EmptyState
        icon={<Send size={36} aria-hidden />}
        title={t('noSubmissions')}
        body={t('noneBody')}
        action={
          <LinkButton variant="primary" href={paths.submit(releaseId)}>
            {t('submit.title')}
          </LinkButton>
        }
      />
    )
  return (
    <Card flush>
      <DataTable
        caption={t('submissions')}
        captionHidden
        rows={submissions}
        rowKey={({ id }) => id}
        columns={[
          { key: 'system', header: t('submit.system'), names: true, cell: (row) => <Link href={paths.submission(releaseId, row.id)}><bdi>{row.system}</bdi></Link> },
          { key: 'split', header: t('submit.split'), cell: (row) => t(`split.${row.split as 'test'}`) },
          { key: 'state', header: t('state'), cell: (row) => <Badge tone={stateTones[row.state]}>{t(`states.${row.state}`)}</Badge> },
          { key: 'predicted', header: t('predicted'), align: 'end', cell: (row) => row.predicted },
          { key: 'missing', header: t('missingHead'), align: 'end', cell: (row) => row.missing },
          { key: 'at', header: t('handedIn'), cell: (row) => <AbsoluteTime at={row.createdAt} /> },
        ]}
      />
    </Card>
  )
}
