import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageBody } from '@/components/shell/page-body'
import { LicenceTable } from '@/components/studies/setup/licence-table'
import { StudySettingsForm } from '@/components/studies/setup/study-settings-form'
import { PageHeader } from '@/components/ui/page-header'
import { viewerOrSignIn } from '@/lib/auth/viewer-or-sign-in'
import { readStudySettings } from '@/lib/services/read-study'
import { listLicences } from '@/lib/services/state-licence'
import { taskOf } from '@/lib/tasks/registry'
import { orNotFound } from '@/lib/web/or-not-found'
import { archive, change, state } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('studies'))('tabs.settings') })

export default async function SettingsPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params
  const viewer = await viewerOrSignIn()
  const [{ study, submissions }, { licences }] = await orNotFound(Promise.all([readStudySettings(viewer, { study: slug }), listLicences(viewer, { study: slug })]))
  const t = await getTranslations('studies')
  const { name, description, languages, readersPerItem, policy, showsVerdicts } = study
  const settings = taskOf(study.task).settings.parse(study.settings)
  return (
    <PageBody width="narrow">
      <PageHeader title={t('tabs.settings')} lede={t('settings.lede', { task: t(`tasks.${study.task}.name` as never), slug })} />
      <StudySettingsForm
        task={study.task}
        study={{ name, description, languages, licence: study.licence ?? '', readersPerItem, policy, settings, showsVerdicts }}
        submissions={submissions}
        archived={study.archivedAt !== null}
        change={async (values) => {
          'use server'
          return change({ ...values, study: slug })
        }}
        archive={async (archived) => {
          'use server'
          return archive({ study: slug, archived })
        }}
      />
      <LicenceTable
        groups={licences}
        isOwner={viewer.owner}
        state={async (statement) => {
          'use server'
          return state({ ...statement, study: slug })
        }}
      />
    </PageBody>
  )
}
