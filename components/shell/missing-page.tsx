'use client'
import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PublicShell } from './public-shell'
import type { Keep } from './remember'

/** One answer for what does not exist and for what this person may not see. `framed`: another shell stands around it. */
export function MissingPage({ keep, homeHref, framed = false }: { keep: Keep; homeHref: string; framed?: boolean }) {
  const t = useTranslations('shell.notFound')
  const answer = (
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
  )
  return framed ? answer : <PublicShell keep={keep}>{answer}</PublicShell>
}
