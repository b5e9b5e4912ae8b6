import { useTranslations } from 'next-intl'
import type { VerdictOnBench } from './dispute-on-bench'

/** Why a verdict was given as it was, to be read. */
export function VerdictReasons({ verdict }: { verdict: Pick<VerdictOnBench, 'rationale' | 'cause' | 'source'> }) {
  const t = useTranslations('bench')
  if (verdict.source === 'consensus') return <p className="text-sm text-ink-soft">{t('verdict.byConsensus')}</p>
  return (
    <dl className="grid gap-2">
      {verdict.cause && (
        <div>
          <dt className="text-sm text-ink-soft">{t('verdict.cause')}</dt>
          <dd>{t(`causes.${verdict.cause}.name`)}</dd>
        </div>
      )}
      <div>
        <dt className="text-sm text-ink-soft">{t('verdict.rationale')}</dt>
        <dd dir="auto" className="[overflow-wrap:anywhere] whitespace-pre-wrap">
          {verdict.rationale}
        </dd>
      </div>
    </dl>
  )
}
