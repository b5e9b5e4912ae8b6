import { MessagesSquare } from 'lucide-react'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PageBody } from '@/components/shell/page-body'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Stat } from '@/components/ui/stat'
import { StatRow } from '@/components/ui/stat-row'
import { viewerOrSignIn } from '@/lib/auth/viewer-or-sign-in'
import { spanQuestionsForMe } from '@/lib/services/span-questions'
import { paths } from '@/lib/web/paths'
import { begin } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('board.question'))('title') })

export default async function QuestionsPage() {
  const found = await spanQuestionsForMe(await viewerOrSignIn())
  if (!found) notFound()
  const t = await getTranslations('board.question')
  return (
    <PageBody>
      <PageHeader
        crumbs={[{ label: t('bench'), href: paths.bench() }, { label: t('title') }]}
        title={t('title')}
        lede={t('lede')}
        actions={
          found.waiting > 0 && (
            <form action={begin}>
              <Button type="submit" variant="primary" size="large" autoFocus>
                {t('begin')}
              </Button>
            </form>
          )
        }
      />
      {found.waiting + found.answered > 0 && (
        <Card>
          <StatRow>
            <Stat label={t('waiting')} value={found.waiting} />
            <Stat label={t('answered')} value={found.answered} />
          </StatRow>
        </Card>
      )}
      {found.waiting === 0 && <EmptyState icon={<MessagesSquare size={36} aria-hidden />} title={t('none')} body={t('noneBody')} />}
    </PageBody>
  )
}
