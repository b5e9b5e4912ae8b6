'use client'
import { useTranslations } from 'next-intl'
import { lazy, Suspense, useState } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { RelativeTime } from '@/components/ui/relative-time'
import { useKeptPieces } from './use-kept-pieces'

const KeptDialog = lazy(async () => ({ default: (await import('./kept-dialog')).KeptDialog }))

/** What the person wrote and cannot hand in any more, wherever it is kept; nothing where there is none. */
export function KeptCard({ personId }: { personId: string }) {
  const t = useTranslations('kept')
  const { pieces, remove } = useKeptPieces(personId)
  const [shown, setShown] = useState<string | null>(null)
  const piece = pieces.find(({ key }) => key === shown)
  if (pieces.length === 0) return null
  return (
    <Card title={t('title')} note={t('note')} flush>
      <ul className="divide-y divide-line">
        {pieces.map((one) => (
          <li key={one.key} className="flex flex-wrap items-center gap-x-6 gap-y-2 px-5 py-3">
            <div className="min-w-0 grow basis-60">
              <p dir="auto" className="line-clamp-2 font-serif">
                {one.opening ?? t('itemUnknown')}
              </p>
              <p className="text-sm text-ink-soft">
                {one.study ?? t('studyUnknown')} · {t('written')} <RelativeTime at={one.at} />
              </p>
              <p className="text-sm text-ink-soft">{t(`why.${one.why}`)}</p>
            </div>
            <Badge tone="neutral">{t(one.left ? 'onDevice' : 'inAccount')}</Badge>
            <Button onClick={() => setShown(one.key)} aria-label={t('lookAt', { opening: one.opening ?? t('itemUnknown') })}>
              {t('look')}
            </Button>
          </li>
        ))}
      </ul>
      <Suspense>{piece && <KeptDialog key={piece.key} piece={piece} onClose={() => setShown(null)} onRemove={() => remove(piece)} />}</Suspense>
    </Card>
  )
}
