import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { DraftEditor, type DraftText } from '@/components/protocol/draft-editor'
import { ReopeningProgress } from '@/components/protocol/reopening-progress'
import { StartDraft } from '@/components/protocol/start-draft'
import { VersionsTable } from '@/components/protocol/versions-table'
import { PageBody } from '@/components/shell/page-body'
import { PageHeader } from '@/components/ui/page-header'
import { viewerOrSignIn } from '@/lib/auth/viewer-or-sign-in'
import { readProtocols } from '@/lib/services/read-protocols'
import { taskOf } from '@/lib/tasks/registry'
import { orNotFound } from '@/lib/web/or-not-found'
import { paths } from '@/lib/web/paths'
import { discard, newestRevision, publish, reopen, save, start } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('protocol'))('title') })

export default async function ProtocolPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params
  const { study, draft, versions } = await orNotFound(readProtocols(await viewerOrSignIn(), { study: slug }))
  const t = await getTranslations('protocol')
  const locale = await getLocale()
  const newest = versions[0]?.number ?? null
  const templates = taskOf(study.task).templates.map(({ code, name, summary, form }) => ({
    code,
    name: name[locale],
    summary: summary[locale],
    provisional: form['provisional'] === true,
  }))
  return (
    <PageBody>
      <PageHeader title={t('title')} lede={t('lede')} />
      {draft ? (
        <DraftEditor
          key={draft.id}
          task={study.task}
          draft={{ guideline: draft.guideline, form: draft.form as DraftText['form'], revision: draft.revision }}
          nextNumber={(newest ?? 0) + 1}
          differenceHref={newest === null ? null : paths.protocolVersion(slug, 'draft', newest)}
          picturesHref={paths.picturesOf(slug)}
          verbs={{
            save: async (wanted) => {
              'use server'
              return save({ ...wanted, study: slug })
            },
            publish: async (how) => {
              'use server'
              return publish({ ...how, study: slug })
            },
            discard: async (seen) => {
              'use server'
              return discard({ study: slug, seen })
            },
            newestRevision: async () => {
              'use server'
              return newestRevision({ study: slug })
            },
          }}
        />
      ) : (
        <StartDraft
          newest={newest}
          templates={templates}
          locale={locale}
          start={async (from) => {
            'use server'
            return start({ study: slug, from })
          }}
        />
      )}
      {versions.map(({ number, reopening }) => reopening && <ReopeningProgress key={reopening} jobId={reopening} under={number} />)}
      {versions.length > 0 && (
        <VersionsTable
          versions={versions.map((version) => ({
            ...version,
            href: paths.protocolVersion(slug, version.number),
            differenceHref: version.number > 1 ? paths.protocolVersion(slug, version.number, version.number - 1) : null,
          }))}
          reopen={async (how) => {
            'use server'
            return reopen({ ...how, study: slug })
          }}
        />
      )}
    </PageBody>
  )
}
