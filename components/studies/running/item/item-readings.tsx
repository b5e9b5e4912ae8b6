import { useTranslations } from 'next-intl'
import { AbsoluteTime } from '@/components/ui/absolute-time'
import { Badge } from '@/components/ui/badge'
import { taskAnswer } from '@/components/tasks/task-answers'

export type ReadingShown = {
  seatId: string
  round: number
  letter: string
  reader: string | null
  submittedAt: Date | null
  activeMs: number
  /** `content`: the item as it was asked. */
  revisions: { revision: number; protocol: number; answer: unknown; content: unknown }[]
  underRubric: number | null
  /** Of what was said there; null where all of it does, or nothing can be asked in part. */
  counts: 'in-part' | 'no-more' | null
}

/** Who said what, seat by seat, with every revision: for an item that is closed or was unsealed. */
export function ItemReadings({
  task,
  readings,
  round,
  language,
  formOf,
}: {
  task: string
  readings: readonly ReadingShown[]
  round: number
  language: string | null
  formOf: (protocol: number) => unknown
}) {
  const t = useTranslations('items.history')
  const Answer = taskAnswer(task)
  return (
    <ul className="grid gap-5">
      {readings.map((reading) => {
        const standing = reading.submittedAt ? reading.revisions[0] : undefined
        const earlier = standing ? reading.revisions.slice(1) : reading.revisions
        return (
          <li key={reading.seatId} className="grid gap-2 border-t border-line pt-4 first:border-t-0 first:pt-0">
            <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
              <h3 className="font-semibold">{t('reading', { letter: reading.letter })}</h3>
              <span>{reading.reader ?? t('formerMember')}</span>
              {reading.round !== round && <Badge>{t('earlierRound', { round: reading.round })}</Badge>}
              {reading.underRubric !== null && <Badge>{t('underRubric', { version: reading.underRubric })}</Badge>}
              {reading.counts && <Badge tone="warn">{t(`counts.${reading.counts}`)}</Badge>}
              {reading.submittedAt ? (
                <span className="text-sm text-ink-soft">
                  {t('handedIn')} <AbsoluteTime at={reading.submittedAt} /> ·{' '}
                  {t('activeTime', { minutes: reading.activeMs / 60_000 })}
                </span>
              ) : (
                <Badge tone="accent">{t('underWay')}</Badge>
              )}
            </div>
            {standing && <Answer answer={standing.answer} form={formOf(standing.protocol)} language={language} content={standing.content} />}
            {standing && (
              <p className="text-sm text-ink-faint">
                {t('revision', { revision: standing.revision, protocol: standing.protocol })}
              </p>
            )}
            {earlier.length > 0 && (
              <details>
                <summary className="min-h-6 text-sm text-ink-soft hover:text-ink">
                  {t('earlierRevisions', { count: earlier.length })}
                </summary>
                <ul className="mt-2 grid gap-4 ps-4">
                  {earlier.map((one) => (
                    <li key={one.revision} className="grid gap-2">
                      <p className="text-sm text-ink-faint">
                        {t('revision', { revision: one.revision, protocol: one.protocol })}
                      </p>
                      <Answer answer={one.answer} form={formOf(one.protocol)} language={language} content={one.content} />
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        )
      })}
    </ul>
  )
}
