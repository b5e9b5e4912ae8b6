'use client'
import { CloudOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useOnline } from './use-online'

/** Says that the network is away, for as long as it is. The region is always there, so its change is announced. */
export function OfflineBanner() {
  const online = useOnline()
  const t = useTranslations('shell')
  return (
    <div role="status">
      {!online && (
        <p className="flex items-center justify-center gap-2 border-b border-line bg-warn-soft px-4 py-2 text-sm font-medium text-warn">
          <CloudOff aria-hidden size={16} className="shrink-0" />
          {t('offline')}
        </p>
      )}
    </div>
  )
}
