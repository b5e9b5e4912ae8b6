import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { PageBody } from '@/components/shell/page-body'
import { NewStudyForm } from '@/components/studies/setup/new-study-form'
import { PageHeader } from '@/components/ui/page-header'
import { viewerOrSignIn } from '@/lib/auth/viewer-or-sign-in'
import { taskCodes, taskOf, type TaskCode } from '@/lib/tasks/registry'
import { paths } from '@/lib/web/paths'
import { create } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('studies'))('new') })

export default async function NewStudyPage() {
  if (!(await viewerOrSignIn()).owner) notFound()
  const t = await getTranslations('studies')
  const locale = await getLocale()
  const offered = (code: TaskCode) => ({
    code,
    settings: taskOf(code).usualSettings,
    templates: taskOf(code).templates.map(({ code, name, summary, settings, form }) => ({
      code,
      name: name[locale],
      summary: summary[locale],
      provisional: form['provisional'] === true,
      settings,
    })),
  })
  const [first, ...others] = taskCodes
  return (
    <PageBody width="narrow">
      <PageHeader crumbs={[{ label: t('title'), href: paths.studies() }, { label: t('new') }]} title={t('new')} lede={t('newLede')} />
      <NewStudyForm tasks={[offered(first), ...others.map(offered)]} locale={locale} create={create} hrefOf={paths.protocol('SLUG')} />
    </PageBody>
  )
}
