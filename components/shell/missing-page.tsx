'use client'
import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PublicShell } from './public-shell'
import type { Keep } from './remember'

/** One answer for what does not exist and for what this person may not see. */
export function MissingPage({ keep, homeHref }: { keep: Keep; homeHref: string }) {
  const t = useTranslations('shell.notFound')
  return (
    <PublicShell keep={keep}>
      <EmptyState
        level={1}
        title={t('title')}
        body={t('body')}
        action={
          <LinkButton variant="primary" href={homeHref}>
            {t('home')}
          </LinkButton>
        }
      />
    </PublicShell>
  )
}
