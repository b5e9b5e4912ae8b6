import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { RelativeTime } from '@/components/ui/relative-time'
import { paths } from '@/lib/web/paths'

export type HeldOnDesk = {
  seatId: string
  studyId: string
  opening: string
  length: number
  begun: boolean
  draftSavedAt: Date | null
}

/** Readings that the person holds and has not handed in; the text's first words tell them apart. */
export function HeldList({ held, studyName }: { held: HeldOnDesk[]; studyName: (studyId: string) => string }) {
  const t = useTranslations('desk.held')
  return (
    <ul className="divide-y divide-line">
      {held.map((one) => (
        <li key={one.seatId}>
          <Link
            href={paths.reading(one.seatId)}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 px-5 py-3 no-underline hover:bg-sunken/60"
          >
            <span className="min-w-0 grow basis-60">
              <span dir="auto" className="line-clamp-2 font-serif text-ink">
                {one.opening}
              </span>
              <span className="text-sm text-ink-soft">
                {studyName(one.studyId)} · {t('length', { count: one.length })}
                {one.draftSavedAt && (
                  <>
                    {' · '}
                    {t('saved')} <RelativeTime at={one.draftSavedAt} />
                  </>
                )}
              </span>
            </span>
            <Badge tone={one.begun ? 'warn' : 'neutral'}>{t(one.begun ? 'draft' : 'untouched')}</Badge>
          </Link>
        </li>
      ))}
    </ul>
  )
}
