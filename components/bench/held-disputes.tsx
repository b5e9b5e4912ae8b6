import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { paths } from '@/lib/web/paths'

export type HeldOnBench = { adjudicationId: string; studyId: string; opening: string; begun: boolean }

/** Disputes that the person has opened and not decided; the text's first words tell them apart. */
export function HeldDisputes({ held, studyName }: { held: HeldOnBench[]; studyName: (studyId: string) => string }) {
  const t = useTranslations('bench.held')
  return (
    <ul className="divide-y divide-line">
      {held.map((one) => (
        <li key={one.adjudicationId}>
          <Link href={paths.dispute(one.adjudicationId)} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-5 py-3 no-underline hover:bg-sunken/60">
            <span className="min-w-0 grow basis-60">
              <span dir="auto" className="line-clamp-2 font-serif text-ink">
                {one.opening}
              </span>
              <span className="text-sm text-ink-soft">{studyName(one.studyId)}</span>
            </span>
            <Badge tone={one.begun ? 'warn' : 'neutral'}>{t(one.begun ? 'draft' : 'untouched')}</Badge>
          </Link>
        </li>
      ))}
    </ul>
  )
}
