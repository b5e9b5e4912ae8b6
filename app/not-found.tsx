import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { PublicShell } from '@/components/shell/public-shell'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { keepPreference } from './keep-preference'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('shell.notFound'))('title') }
}

/** One answer for what does not exist and for what this person may not see. */
export default function NotFound() {
  const t = useTranslations('shell.notFound')
  return (
    <PublicShell keep={keepPreference}>
      <EmptyState
        level={1}
        title={t('title')}
        body={t('body')}
        action={
          <LinkButton variant="primary" href="/">
            {t('home')}
          </LinkButton>
        }
      />
    </PublicShell>
  )
}
