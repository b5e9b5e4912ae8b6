'use client'
import { useTranslations } from 'next-intl'
import { PublicShell } from '@/components/shell/public-shell'
import { ErrorState } from '@/components/ui/error-state'
import { keepPreference } from './keep-preference'

/** A defect while a page was made. The digest is the id under which the server logged it; nothing else is told. */
export default function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations('shell.defect')
  const id = error instanceof Error && 'digest' in error && typeof error.digest === 'string' ? error.digest : undefined
  return (
    <PublicShell keep={keepPreference}>
      <ErrorState level={1} title={t('title')} body={t('body')} id={id} onRetry={retry} />
    </PublicShell>
  )
}
