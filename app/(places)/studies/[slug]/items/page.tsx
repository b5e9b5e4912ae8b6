import { Inbox } from 'lucide-react'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageBody } from '@/components/shell/page-body'
import { ReviseRubricsDialog } from '@/components/studies/running/items/revise-rubrics-dialog'
import { ItemsTable } from '@/components/studies/running/items/items-table'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { viewerOrSignIn } from '@/lib/auth/viewer-or-sign-in'
import { readItemFacets } from '@/lib/services/list-items'
import { readStudy } from '@/lib/services/read-study'
import { taskOf } from '@/lib/tasks/registry'
import { orNotFound } from '@/lib/web/or-not-found'
import { paths } from '@/lib/web/paths'
import { revise, withdraw } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('items'))('title') })

export default async function ItemsPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params
  const viewer = await viewerOrSignIn()
  const facets = await orNotFound(readItemFacets(viewer, { study: slug }))
  const study = await orNotFound(readStudy(viewer, { study: slug }))
  const t = await getTranslations('items')
  return (
    <PageBody>
      <PageHeader
        title={t('title')}
        actions={
          facets.any &&
          taskOf(study.task).revision && (
            <ReviseRubricsDialog
              revise={async (wanted) => {
                'use server'
                // As the file says it; held against the rubric's schema by the action.
                const rubrics = wanted.rubrics as Parameters<typeof revise>[0]['rubrics']
                return revise({ ...wanted, rubrics, study: slug })
              }}
            />
          )
        }
      />
      {facets.any ? (
        <ItemsTable
          slug={slug}
          facets={facets}
          withdraw={async (items) => {
            'use server'
            return withdraw({ ...items, study: slug })
          }}
        />
      ) : (
        <EmptyState
          icon={<Inbox size={36} aria-hidden />}
          title={t('empty')}
          body={t('emptyBody')}
          action={
            <LinkButton variant="primary" href={paths.imports(slug)}>
              {t('import')}
            </LinkButton>
          }
        />
      )}
    </PageBody>
  )
}
