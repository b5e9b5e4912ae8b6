import type { Metadata } from 'next'
import { getTimeZone, getTranslations } from 'next-intl/server'
import { PageBody } from '@/components/shell/page-body'
import { EventTable } from '@/components/studies/running/audit/event-table'
import { PageHeader } from '@/components/ui/page-header'
import { viewerOrSignIn } from '@/lib/auth/viewer-or-sign-in'
import { systemReasons } from '@/lib/blinding/system-reasons'
import { listEvents, listEventsInput } from '@/lib/services/list-events'
import { orNotFound } from '@/lib/web/or-not-found'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('running.audit'))('title') })

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function AuditPage({ params, searchParams }: Props) {
  const { slug } = await params
  const place = { study: slug, zone: await getTimeZone() }
  // An empty field of the form says nothing; an address that makes no sense shows everything.
  const asked = Object.fromEntries(Object.entries(await searchParams).filter(([, value]) => value !== ''))
  const parsed = listEventsInput.safeParse({ ...asked, ...place })
  const { kind, from, to, before } = parsed.success ? parsed.data : {}
  const { events, next } = await orNotFound(listEvents(await viewerOrSignIn(), { ...place, kind, from, to, before }))
  const t = await getTranslations('running.audit')
  return (
    <PageBody>
      <PageHeader title={t('title')} lede={t('lede')} />
      <EventTable slug={slug} kinds={systemReasons} filter={{ kind, from, to }} events={events} next={next} first={before === undefined} />
    </PageBody>
  )
}
