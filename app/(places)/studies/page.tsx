import { Plus } from 'lucide-react'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageBody } from '@/components/shell/page-body'
import { StudyList } from '@/components/studies/setup/study-list'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { viewerOrSignIn } from '@/lib/auth/viewer-or-sign-in'
import { listStudies } from '@/lib/services/read-study'
import { paths } from '@/lib/web/paths'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('studies'))('title') })

export default async function StudiesPage() {
  const viewer = await viewerOrSignIn()
  const { studies, others } = await listStudies(viewer)
  const t = await getTranslations('studies')
  const founding = viewer.owner && (
    <LinkButton href={paths.newStudy()} variant="primary" icon={<Plus size={18} aria-hidden />}>
      {t('new')}
    </LinkButton>
  )
  return (
    <PageBody>
      <PageHeader title={t('title')} lede={t('lede')} actions={founding} />
      <StudyList studies={studies.map((study) => ({ ...study, href: paths.study(study.slug) }))} others={others.map(({ name }) => name)} />
    </PageBody>
  )
}
