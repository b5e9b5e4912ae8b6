import { useFormatter, useTranslations } from 'next-intl'
import { useGroupName } from '@/components/releases/board/use-group-name'
import { MeasureValue } from '@/components/releases/measure-value'
import { useCompared } from '@/components/releases/use-compared'
import { useWhyUndefined } from '@/components/releases/use-why-undefined'
import { Card } from '@/components/ui/card'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { Footnotes } from '@/components/ui/footnotes'
import { footnotesOf } from '@/components/ui/footnotes-of'
import type { NamedAxis } from '@/lib/tasks/named-axes'
import { Scale } from 'lucide-react'

type Measure = {
  metric: string
  of: string
  level: string | null
  value: number | null
  reason: string | null
  interval: { low: number; high: number; confidence: number } | null
  items: number
  raters: number
  ratings: number
}
type Group = { facet: 'all' | 'axis' | 'specialty' | 'pair' | 'criterion'; name: string; text: string | null; measures: Measure[] }
export type AgreementShown = { items: number; readings: number; measures: Measure[]; groups: Group[]; criteria?: { followed: number; leftOut: number }; computedAt: Date; axes: readonly NamedAxis[] }

/** How far readers agree: on the whole, then by axis, specialty and pair, then the criteria they disagree on most. */
export function AgreementTables({ agreement: { items, readings, measures, groups, criteria, computedAt, axes: named } }: { agreement: AgreementShown }) {
  const t = useTranslations('running.agreement')
  const facts = useTranslations('releases.facts')
  const format = useFormatter()
  const groupName = useGroupName()
  const compared = useCompared(named)
  const whyOf = useWhyUndefined()
  if (items === 0) return <EmptyState icon={<Scale size={36} aria-hidden />} title={t('none')} body={t('noneBody')} />
  const said = new Set(measures.map(({ metric, of }) => `${metric} ${of}`))
  // Releases state the axes beside the whole; here they have a table of their own.
  const axes = new Set(groups.filter(({ facet }) => facet === 'axis').map(({ name }) => name))
  const ofAll = groups.filter(({ facet }) => facet === 'all').flatMap((group) => group.measures)
  const whole = [...measures.filter((measure) => !axes.has(measure.of)), ...ofAll.filter((measure) => !said.has(`${measure.metric} ${measure.of}`))]
  const notes = footnotesOf(whole.map(({ reason }) => whyOf(reason)))
  const of = (facet: Group['facet']) => groups.filter((group) => group.facet === facet)
  return (
    <>
      <Card title={t('whole')} note={`${t('wholeNote', { items, readings })} ${t('asOf', { when: format.dateTime(computedAt, { dateStyle: 'medium', timeStyle: 'short' }) })}`} flush>
        <DataTable
          caption={t('whole')}
          captionHidden
          rows={whole}
          rowKey={({ metric, of: what }) => `${metric} ${what}`}
          columns={[
            {
              key: 'metric',
              header: facts('measure'),
              names: true,
              cell: ({ metric, of: what, level }) => (
                <>
                  {facts(`metrics.${metric as 'percent'}`)}
                  <span className="block text-sm font-normal text-ink-soft">{[facts('of', { of: compared(what) }), level && facts(`levels.${level as 'nominal'}`)].filter(Boolean).join(', ')}</span>
                </>
              ),
            },
            { key: 'plot', header: t('plot'), cell: (measure) => <Whisker measure={measure} /> },
            { key: 'value', header: facts('valueOf'), align: 'end', cell: (measure) => <MeasureValue {...measure} why={whyOf(measure.reason)} notes={notes} /> },
            { key: 'ratings', header: facts('ratings'), align: 'end', cell: ({ ratings }) => format.number(ratings) },
          ]}
        />
        <Footnotes notes={notes} />
      </Card>
      {(['criterion', 'axis', 'specialty', 'pair'] as const).map((facet) => {
        const found = of(facet)
        return found.length > 0 && <GroupCard key={facet} facet={facet} groups={found} leftOut={facet === 'criterion' ? criteria?.leftOut : 0} nameOf={facet === 'axis' ? compared : facet === 'specialty' ? (name) => groupName('specialty', name) : undefined} />
      })}
    </>
  )
}

function GroupCard({ facet, groups, leftOut = 0, nameOf = (name) => name }: { facet: 'axis' | 'specialty' | 'pair' | 'criterion'; groups: readonly Group[]; leftOut?: number | undefined; nameOf?: ((name: string) => string) | undefined }) {
  const t = useTranslations('running.agreement')
  const facts = useTranslations('releases.facts')
  const format = useFormatter()
  const whyOf = useWhyUndefined()
  const notes = footnotesOf(groups.flatMap(({ measures }) => measures.map(({ reason }) => whyOf(reason))))
  return (
    <Card title={t(`facets.${facet}`)} note={leftOut > 0 ? `${t(`notes.${facet}`)} ${t('leftOut', { count: leftOut })}` : t(`notes.${facet}`)} flush>
      <DataTable
        caption={t(`facets.${facet}`)}
        captionHidden
        dense
        stickyNames
        rows={groups}
        rowKey={({ name }) => name}
        columns={[
          { key: 'name', header: t(`heads.${facet}`), names: true, cell: ({ name, text }) => facet === 'pair' ? name.split(' · ').map((reader) => <span key={reader} className="block whitespace-nowrap">{reader}</span>) : <bdi className="inline-block min-w-[13ch] sm:min-w-[24ch] [overflow-wrap:anywhere] whitespace-normal">{text ?? nameOf(name)}</bdi> },
          { key: 'plot', header: t('plot'), cell: ({ measures }) => <Whisker measure={measures[0]!} /> },
          ...groups[0]!.measures.map(({ metric }, nth) => ({
            key: metric,
            header: facts(`metrics.${metric as 'percent'}`),
            align: 'end' as const,
            cell: ({ measures }: Group) => <MeasureValue {...measures[nth]!} why={whyOf(measures[nth]!.reason)} notes={notes} />,
          })),
          { key: 'units', header: t('units'), align: 'end', cell: ({ measures }) => format.number(measures[0]!.items) },
        ]}
      />
      <Footnotes notes={notes} />
    </Card>
  )
}

/** Value and interval from 0 to 1, for the eye: the numbers stand beside it. */
function Whisker({ measure: { value, interval } }: { measure: Measure }) {
  const at = (number: number) => `${Math.min(1, Math.max(0, number)) * 100}%`
  return (
    <span aria-hidden className="relative block h-4 w-28 border-x border-line">
      <span className="absolute inset-x-0 top-1/2 border-t border-line" />
      {interval && value !== null && <span className="absolute top-1/2 h-1 -translate-y-1/2 rounded-full bg-accent opacity-40" style={{ insetInlineStart: at(interval.low), insetInlineEnd: `calc(100% - ${at(interval.high)})` }} />}
      {value !== null && <span className="absolute top-1/2 size-2 -translate-1/2 rounded-full bg-accent rtl:translate-x-1/2" style={{ insetInlineStart: at(value) }} />}
    </span>
  )
}
