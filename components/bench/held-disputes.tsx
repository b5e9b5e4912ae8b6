import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { OpeningRow } from '@/components/work/opening-row'
import { paths } from '@/lib/web/paths'

export type HeldOnBench = { adjudicationId: string; studyId: string; opening: string; begun: boolean }

/** Disputes that the person has opened and not decided; the text's first words tell them apart. */
export function HeldDisputes({ held, studyName }: { held: HeldOnBench[]; studyName: (studyId: string) => string }) {
  const t = useTranslations('bench.held')
  return (
    <ul className="divide-y divide-line">
      {held.map((one) => (
        <OpeningRow key={one.adjudicationId} href={paths.dispute(one.adjudicationId)} opening={one.opening} facts={studyName(one.studyId)}>
          <Badge tone={one.begun ? 'warn' : 'neutral'}>{t(one.begun ? 'draft' : 'untouched')}</Badge>
        </OpeningRow>
      ))}
    </ul>
  )
}
