import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { ComparePicker } from '@/components/protocol/compare-picker'
import { GuidelineDifference } from '@/components/protocol/guideline-difference'
import { PageBody } from '@/components/shell/page-body'
import { taskProtocol } from '@/components/tasks/task-protocols'
import { Card } from '@/components/ui/card'
import { MarkdownView } from '@/components/ui/markdown-view'
import { PageHeader } from '@/components/ui/page-header'
import { viewerOrSignIn } from '@/lib/auth/viewer-or-sign-in'
import { compareProtocols, compareProtocolsInput, readProtocols } from '@/lib/services/read-protocols'
import { orNotFound } from '@/lib/web/or-not-found'
import { paths } from '@/lib/web/paths'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('protocol'))('title') })

type Props = { params: Promise<{ slug: string; version: string }>; searchParams: Promise<{ against?: string }> }

/** One version, or what it changed against another. */
export default async function VersionPage({ params, searchParams }: Props) {
  const { slug, version } = await params
  const { against } = await searchParams
  const input = compareProtocolsInput.safeParse({ study: slug, from: against ?? null, to: version })
  if (!input.success) notFound()
  const viewer = await viewerOrSignIn()
  const { from, to } = await orNotFound(compareProtocols(viewer, input.data))
  const { study, versions } = await readProtocols(viewer, { study: slug })
  const t = await getTranslations('protocol')
  const format = await getFormatter()
  const { View, Difference } = taskProtocol(study.task)
  const name = to.number === null ? t('draft.title') : t('versions.version', { number: to.number })
  const others = versions.map(({ number }) => number).filter((number) => number !== to.number)
  return (
    <PageBody>
      <PageHeader
        crumbs={[{ label: t('title'), href: paths.protocol(slug) }, { label: name }]}
        title={from ? t('difference.title', { from: from.number ?? 0, to: name }) : name}
        lede={to.publishedAt ? t('versions.publishedOn', { date: format.dateTime(to.publishedAt, { dateStyle: 'long' }) }) : undefined}
        actions={
          others.length > 0 && (
            <ComparePicker
              against={from?.number ?? null}
              choices={others.map((number) => ({ number, href: paths.protocolVersion(slug, to.number ?? 'draft', number) }))}
              aloneHref={paths.protocolVersion(slug, to.number ?? 'draft')}
            />
          )
        }
      />
      {to.note && <Card title={t('publish.note')}><p className="whitespace-pre-line">{to.note}</p></Card>}
      <Card title={t('taxonomyAndFields')}>{from ? <Difference from={from.form} to={to.form} /> : <View form={to.form} />}</Card>
      <Card title={t('guideline.title')}>
        {from ? <GuidelineDifference from={from.guideline} to={to.guideline} /> : <MarkdownView source={to.guideline} top={2} />}
      </Card>
    </PageBody>
  )
}
