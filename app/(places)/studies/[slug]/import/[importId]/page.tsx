import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { PreviewRow } from '@/components/import/first-rows-table'
import { ImportPreview } from '@/components/import/import-preview'
import { PageBody } from '@/components/shell/page-body'
import { PageHeader } from '@/components/ui/page-header'
import { viewerOrSignIn } from '@/lib/auth/viewer-or-sign-in'
import { readImport, type ImportPreview as Preview } from '@/lib/services/read-import'
import { orNotFound } from '@/lib/web/or-not-found'
import { paths } from '@/lib/web/paths'
import { drop } from '../actions'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('import'))('title') })

export default async function ImportPreviewPage({ params }: { params: Promise<{ slug: string; importId: string }> }) {
  const { slug, importId } = await params
  const preview = await orNotFound(readImport(await viewerOrSignIn(), { study: slug, importId }))
  const { state, fileName, format, encoding, rows, fresh, known, clash, duplicates, bad, imported, differing, corrected } = preview.import
  if (state !== 'ready' && state !== 'done') notFound()
  const t = await getTranslations('import')
  const encodings = await getTranslations('formats.encodings')
  const [name, mark] = encoding.split('-bom')
  const said = name && encodings.has(name as never) ? encodings(name as never) : encoding
  return (
    <PageBody>
      <PageHeader
        crumbs={[{ label: t('title'), href: paths.imports(slug) }, { label: fileName }]}
        title={fileName}
        lede={t('read', { format: t(`setup.formats.${format}` as never), encoding: mark === undefined ? said : t('withMark', { encoding: said }) })}
      />
      <ImportPreview
        found={{ state, rows, fresh, known, clash, duplicates, bad, imported, differing, corrected }}
        rows={{ first: preview.first.map(rowOf), refused: preview.refused.map(rowOf), duplicates: preview.duplicates.map(rowOf), differing: preview.differing.map(rowOf) }}
        jobId={preview.jobId}
        commitHref={paths.commitImport(importId)}
        refusedHrefs={{ rows: paths.refusedRows(importId, 'rows'), report: paths.refusedRows(importId, 'report') }}
        importsHref={paths.imports(slug)}
        drop={async () => {
          'use server'
          return drop({ importId })
        }}
      />
    </PageBody>
  )
}

function rowOf(row: Preview['first'][number]): PreviewRow {
  const { line, part, externalId: id, text, length, sealed, fate, field, reason, values, raw } = row
  const facts = [row.language, row.specialty, ...Object.entries(row.tags ?? {}).map(([name, value]) => `${name}: ${String(value)}`)].filter((fact): fact is string => fact !== null)
  const problem =
    fate === 'bad' ? { field: field || null, reason, values, raw } : fate === 'clash' ? { field: 'id', reason: 'clash', values: null, raw: text }
      : row.differs ? { field: row.differs.join(', '), reason: 'says-else', values: null, raw: null } : null
  return { line, part, id, text, length, facts, sealed, problem }
}
