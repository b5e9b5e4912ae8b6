import { useFormatter, useTranslations } from 'next-intl'
import { Stat } from '@/components/ui/stat'
import { StatRow } from '@/components/ui/stat-row'

/** As one reads them; the database keeps no order of names. */
const order = ['missing', 'pairs', 'pairsRight', 'ties', 'tiePairs', 'tiePairsRight', 'labelled', 'violated', 'flagged', 'violationsFound'] as const

/** What was counted of a contest in which an item is many questions. */
export function Counts({ counts }: { counts: Record<string, number> }) {
  const t = useTranslations('board.counts')
  const format = useFormatter()
  return (
    <StatRow>
      {order.flatMap((name) => (counts[name] === undefined ? [] : [<Stat key={name} label={t(name)} value={format.number(counts[name])} />]))}
    </StatRow>
  )
}
