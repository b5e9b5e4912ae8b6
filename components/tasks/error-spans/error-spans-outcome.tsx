import clsx from 'clsx'
import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { codePointsOf } from '@/lib/spans/code-points'
import { runsOf } from '@/lib/spans/runs'
import type { OutcomeProps } from '@/components/tasks/task-outcomes'

type Place = { start: number; end: number }
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

/** Long texts are read by scrolling inside; every character is shown as it is. */
export function PlacesInText({ text, language, gold, predicted }: { text: string; language: string | null; gold: readonly Place[]; predicted: readonly Place[] }) {
  const t = useTranslations('board.outcome')
  const points = codePointsOf(text)
  const { runs } = runsOf(points.length, [...gold, ...predicted])
  return (
    <p lang={language ?? undefined} dir="auto" tabIndex={0} className="max-h-80 overflow-y-auto font-serif text-lg leading-relaxed whitespace-pre-wrap [overflow-wrap:anywhere]">
      {runs.map(({ start, end, covers }) => {
        const inGold = covers.some((index) => index < gold.length)
        const inPredicted = covers.some((index) => index >= gold.length)
        const quote = points.slice(start, end)
        if (!inGold && !inPredicted) return <span key={start}>{quote}</span>
        return (
          <mark
            key={start}
            title={t(inGold && inPredicted ? 'both' : inGold ? 'gold' : 'predicted')}
            className={clsx('rounded-xs text-ink', inPredicted ? 'bg-accent-soft' : 'bg-transparent', inGold && 'underline decoration-danger decoration-2 underline-offset-4')}
          >
            {quote}
          </mark>
        )
      })}
    </p>
  )
}
