import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ImportDesk } from '@/components/import/import-desk'
import { ImportsTable } from '@/components/import/imports-table'
import { PageBody } from '@/components/shell/page-body'
import { PageHeader } from '@/components/ui/page-header'
import { Pager } from '@/components/ui/pager'
import { viewerOrSignIn } from '@/lib/auth/viewer-or-sign-in'
import { columnNames } from '@/lib/formats/column-names'
import { listImports, listImportsInput } from '@/lib/services/read-import'
import { taskOf } from '@/lib/tasks/registry'
import { orNotFound } from '@/lib/web/or-not-found'
import { paths } from '@/lib/web/paths'
import { begin } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('import'))('title') })

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ page?: string }> }

export default async function ImportPage({ params, searchParams }: Props) {
  const { slug } = await params
  const input = listImportsInput.parse({ study: slug, page: (await searchParams).page })
  const { study, imports, page, pages } = await orNotFound(listImports(await viewerOrSignIn(), input))
  const t = await getTranslations('import')
  return (
    <PageBody>
      <PageHeader title={t('title')} lede={t('lede')} />
      <ImportDesk
        task={study.task}
        contentNames={columnNames(taskOf(study.task).contentFields)}
        defaults={{ ...(study.languages.length === 1 ? { language: study.languages[0] ?? '' } : {}), ...(study.licence ? { licence: study.licence } : {}) }}
        begin={async (file) => {
          'use server'
          return begin({ ...file, study: slug })
        }}
        fileHref={paths.importFile('ID')}
        previewHref={paths.import(slug, 'ID')}
      />
      <ImportsTable imports={imports.map(({ id, fileName, state, rows, imported, known, createdAt }) => ({ id, fileName, state, rows, imported, known, createdAt, href: paths.import(slug, id) }))} />
      <Pager page={page} pages={pages} hrefOf={(to) => paths.pageOf(paths.imports(slug), to)} />
    </PageBody>
  )
}
