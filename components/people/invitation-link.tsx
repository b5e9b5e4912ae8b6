'use client'
import { useFormatter, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { paths } from '@/lib/web/paths'
import { OneTimeLink } from './one-time-link'

/** The link of an invitation just made. */
export function InvitationLink({ email, token, expiresAt, onAnother }: { email: string; token: string; expiresAt: Date; onAnother: () => void }) {
  const t = useTranslations('people.invite')
  const format = useFormatter()
  return (
    <OneTimeLink
      path={paths.invitation(token)}
      label={
        <>
          {t('linkNote', { until: format.dateTime(expiresAt, { dateStyle: 'medium', timeStyle: 'short' }) })}
          <span className="sr-only"> {email}</span>
        </>
      }
    >
      <Button onClick={onAnother}>{t('another')}</Button>
    </OneTimeLink>
  )
}
