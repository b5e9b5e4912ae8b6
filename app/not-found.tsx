import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LateMissingPage } from '@/components/shell/late-missing-page'
import { paths } from '@/lib/web/paths'
import { keepPreference } from './keep-preference'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('shell.notFound'))('title') }
}

export default function NotFound() {
  return <LateMissingPage keep={keepPreference} homeHref={paths.home()} />
}
