import clsx from 'clsx'
import { useTranslations } from 'next-intl'
import { codePointsOf } from '@/lib/spans/code-points'
import { runsOf } from '@/lib/spans/runs'

export type Place = { start: number; end: number }

/** A text with a verdict's places (underlined) and others (on a ground). Long texts are read by scrolling inside; every character is shown as it is. */
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
