import { useFormatter, useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { licenceState } from './licence-state'

/** Until when a licence is valid, loud when that is soon or past. */
export function LicenceBadge({ expires, today }: { expires: string | null; today: string }) {
  const t = useTranslations('people.licence')
  const format = useFormatter()
  const state = licenceState(expires, today)
  if (expires === null) return <span className="text-ink-faint">{t('none')}</span>
  const day = format.dateTime(new Date(`${expires}T00:00:00Z`), { dateStyle: 'medium', timeZone: 'UTC' })
  if (state === 'valid') return <span>{t('valid', { day })}</span>
  return <Badge tone={state === 'expired' ? 'danger' : 'warn'}>{t(state === 'expired' ? 'expired' : 'soon', { day })}</Badge>
}
