import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { RelativeTime } from '@/components/ui/relative-time'
import { OpeningRow } from '@/components/work/opening-row'
import { paths } from '@/lib/web/paths'

export type HeldOnDesk = {
  seatId: string
  studyId: string
  opening: string
  length: number
  begun: boolean
  draftSavedAt: Date | null
  paused: boolean
}

/** Readings that the person holds and has not handed in; the text's first words tell them apart. */
export function HeldList({ held, studyName }: { held: HeldOnDesk[]; studyName: (studyId: string) => string }) {
  const t = useTranslations('desk.held')
  return (
    <ul className="divide-y divide-line">
      {held.map((one) => (
        <OpeningRow
          key={one.seatId}
          href={paths.reading(one.seatId)}
          opening={one.opening}
          facts={
            <>
              {studyName(one.studyId)} · {t('length', { count: one.length })}
              {one.draftSavedAt && (
                <>
                  {' · '}
                  {t('saved')} <RelativeTime at={one.draftSavedAt} />
                </>
              )}
            </>
          }
        >
          {one.paused && <Badge tone="neutral">{t('paused')}</Badge>}
          <Badge tone={one.begun ? 'warn' : 'neutral'}>{t(one.begun ? 'draft' : 'untouched')}</Badge>
        </OpeningRow>
      ))}
    </ul>
  )
}
