'use client'
import { useTranslations } from 'next-intl'
import { ErrorState } from '@/components/ui/error-state'
import { PublicShell } from './public-shell'
import type { Keep } from './remember'

export type DefectPageProps = { id: string | undefined; retry: () => void; keep: Keep }

/** Something broke on our side. `id`: under which the server logged it. */
export function DefectPage({ id, retry, keep }: DefectPageProps) {
  const t = useTranslations('shell.defect')
  return (
    <PublicShell keep={keep}>
      <ErrorState level={1} title={t('title')} body={t('body')} id={id} onRetry={retry} />
    </PublicShell>
  )
}
