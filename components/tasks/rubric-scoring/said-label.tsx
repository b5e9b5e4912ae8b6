import { useTranslations } from 'next-intl'
import { Badge, type Tone } from '@/components/ui/badge'
import type { Group } from '@/lib/tasks/rubric/groups'
import type { Label } from '@/lib/tasks/rubric/scores'
import type { Evidence } from '@/lib/tasks/rubric-scoring/judgment'
import { labelWord } from './label-keys'

const tones: Record<Label, Tone> = { met: 'good', partly: 'warn', 'not-met': 'neutral', 'not-applicable': 'neutral', violated: 'danger' }

/** What somebody said of a criterion: the label, why, and the words it rests on. */
export function SaidLabel({ said, group, language }: { said: { label: Label | null; rationale: string; evidence: readonly Evidence[] } | null; group: Group; language: string | null }) {
  const t = useTranslations('rubric-scoring')
  return (
    <div className="grid gap-1">
      <p>{said?.label ? <Badge tone={group === 'veto' && said.label === 'not-met' ? 'good' : tones[said.label]}>{t(`labels.${labelWord(said.label, group)}`)}</Badge> : <span className="text-sm text-ink-faint">{t('notJudged')}</span>}</p>
      {said?.rationale && <p className="whitespace-pre-wrap text-ink-soft [overflow-wrap:anywhere]">{said.rationale}</p>}
      {said?.evidence.map(({ start, end, quote }) => (
        <q key={`${start} ${end}`} dir="auto" lang={language ?? undefined} className="border-s-3 border-danger ps-2 font-serif [overflow-wrap:anywhere]">
          {quote}
        </q>
      ))}
    </div>
  )
}
