import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { PlacesInText, type Place } from '@/components/text/places-in-text'
import type { OutcomeProps } from '@/components/tasks/task-outcomes'

type View = { erroneous: boolean; flagged: boolean; gold: (Place & { type: string | null })[]; predicted: (Place | null)[]; pairs: [number, number][] }

/** A text with the verdict's places (underlined) and a system's (on a ground), both where they agree. */
export function ErrorSpansOutcome({ text, language, view }: OutcomeProps) {
  const t = useTranslations('board.outcome')
  const { erroneous, flagged, gold, predicted, pairs } = view as View
  const placed = predicted.filter((place): place is Place => place !== null)
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap gap-2">
        <Badge tone={erroneous ? 'danger' : 'good'}>{t(erroneous ? 'isErroneous' : 'isCorrect')}</Badge>
        <Badge>{t(flagged ? 'saidErroneous' : 'saidCorrect')}</Badge>
        {erroneous && flagged && <Badge tone={pairs.length ? 'good' : 'warn'}>{t('found', { found: pairs.length, gold: gold.length })}</Badge>}
        {predicted.length > placed.length && <Badge tone="warn">{t('nowhere', { count: predicted.length - placed.length })}</Badge>}
      </div>
      <PlacesInText text={text} language={language} gold={gold} predicted={placed} />
    </div>
  )
}
