import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Plot } from '@/components/ui/plot'
import { causes, type Cause } from '@/lib/workflow/causes'
import { countDomain } from './count-domain'

export type Outcomes = {
  consensus: number
  adjudicated: number
  unusable: number
  undecided: number
  causes: { cause: string; items: number }[]
}

/** How closed items came to their verdict, and why readers differed where they did. */
export function OutcomeCards({ outcomes }: { outcomes: Outcomes }) {
  const t = useTranslations('running.overview')
  const causeName = useTranslations('running.causes')
  const decided = (['consensus', 'adjudicated', 'unusable', 'undecided'] as const).map((way) => ({
    way: t(way),
    items: outcomes[way],
  }))
  const found = (cause: Cause) => outcomes.causes.find((one) => one.cause === cause)?.items ?? 0
  return (
    <div className="grid gap-6">
      {decided.some(({ items }) => items > 0) ? (
        <Card>
          <Plot
            title={t('outcomes')}
            kind="bar"
            rows={decided}
            x={{ key: 'way', label: t('outcome') }}
            y={{ domain: countDomain(decided.map(({ items }) => items)) }}
            series={[{ key: 'items', label: t('count'), colour: 'emerald' }]}
            height={200}
          />
        </Card>
      ) : (
        <Card title={t('outcomes')} note={t('noOutcomes')} />
      )}
      {outcomes.causes.length > 0 ? (
        <Card>
          <Plot
            title={t('causes')}
            note={t('causesNote')}
            kind="bar"
            rows={causes.map((cause) => ({ cause: causeName(cause), items: found(cause) }))}
            x={{ key: 'cause', label: t('cause') }}
            y={{ domain: countDomain(outcomes.causes.map(({ items }) => items)) }}
            series={[{ key: 'items', label: t('count'), colour: 'violet' }]}
            height={200}
          />
        </Card>
      ) : (
        <Card title={t('causes')} note={t('noCauses')} />
      )}
    </div>
  )
}
