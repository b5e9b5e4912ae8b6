import { useFormatter, useTranslations } from 'next-intl'
import { NoValue } from '@/components/ui/no-value'
import type { Scored } from '@/lib/tasks/evaluation'

/** A measure with its interval below it; a dash with the number of its reason where it has no value. */
export function ScoreCell({ score, why, notes }: { score: Scored | undefined; why: (score: Scored | undefined) => string | null; notes: ReadonlyMap<string, number> }) {
  const t = useTranslations('board')
  const format = useFormatter()
  const say = (value: number, digits: number) => format.number(value, { minimumFractionDigits: digits, maximumFractionDigits: digits })
  if (!score || score.value === null) return <NoValue why={why(score)} notes={notes} />
  return (
    <span className="inline-grid justify-items-end whitespace-nowrap tabular-nums">
      <span>{say(score.value, 3)}</span>
      {score.low !== null && score.high !== null && (
        <span className="text-xs text-ink-soft">
          {t('interval', { low: say(score.low, 2), high: say(score.high, 2) })}
        </span>
      )}
    </span>
  )
}
