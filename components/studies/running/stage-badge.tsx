import { useTranslations } from 'next-intl'
import { Badge, type Tone } from '@/components/ui/badge'
import type { Stage } from '@/lib/workflow/stage'

export const stageTones = {
  pool: 'neutral',
  reading: 'accent',
  adjudicating: 'warn',
  closed: 'good',
  withdrawn: 'danger',
} as const satisfies Record<Stage, Tone>

export function StageBadge({ stage }: { stage: Stage }) {
  const t = useTranslations('running.stages')
  return <Badge tone={stageTones[stage]}>{t(stage)}</Badge>
}
