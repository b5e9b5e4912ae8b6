import { useFormatter, useTranslations } from 'next-intl'
import { Stat } from '@/components/ui/stat'
import { StatRow } from '@/components/ui/stat-row'

/** What was counted of a contest in which an item is many questions. */
export function Counts({ counts }: { counts: Record<string, number> }) {
  const t = useTranslations('board.counts')
  const format = useFormatter()
  return (
    <StatRow>
      {Object.entries(counts).map(([name, count]) => (
        <Stat key={name} label={t(name as 'pairs')} value={format.number(count)} />
      ))}
    </StatRow>
  )
}
