'use client'
import { useTranslations } from 'next-intl'
import { useMemo, type ReactNode } from 'react'
import { useProblemSentence } from '@/components/tasks/use-problem-sentence'
import type { FieldProblem } from '@/lib/errors'
import type { Form } from '@/lib/tasks/error-spans/form'
import type { Veracity } from '@/lib/tasks/error-spans/judgment'
import { problemAt } from '../problem-sentences'
import type { Compared } from './compared'
import type { Work } from './decisions'
import { PointCard, type PointVerbs } from './point-card'
import { ReadingHeads } from './reading-heads'
import type { Wording } from './span-gist'
import type { Comparing } from './use-comparison'
import { VeracityChoice } from './veracity-choice'

/** All readings beside the text: each as a whole, then every point of difference, and folded away what they agree on. */
export function DifferencesView({
  compared,
  work,
  comparing,
  form,
  wording,
  problems,
  readOnly,
  verbs,
  children,
}: {
  compared: Compared
  work: Work
  comparing: Comparing
  form: Form
  wording: Wording
  /** Empty until they are to be shown. */
  problems: readonly FieldProblem[]
  readOnly: boolean
  verbs: PointVerbs & { takeWhole: (letter: string) => void; judge: (veracity: Veracity) => void }
  /** What follows the points: the verdict as it stands, and the end of the work. */
  children: ReactNode
}) {
  const t = useTranslations('comparison')
  const sentence = useProblemSentence('error-spans')
  const [differing, agreed] = useMemo(() => [compared.points.filter((point) => !point.agreed), compared.points.filter((point) => point.agreed)], [compared])
  const card = (point: (typeof differing)[number], nth: number) => (
    <PointCard
      key={point.id}
      point={point}
      number={nth + 1}
      letters={compared.letters}
      choice={comparing.choiceAt(point)}
      active={point.id === comparing.activeId}
      error={problemAt(problems, `points.${point.id}`) && t('point.decide')}
      {...{ readOnly, wording, verbs }}
    />
  )
  return (
    <div className="@container grid min-w-0 content-start gap-6">
      <section aria-labelledby="comparison-readings">
        <h2 id="comparison-readings" className="mb-3 flex min-h-7 items-center font-serif text-lg font-semibold">
          {t('readings.heading')}
        </h2>
        <ReadingHeads {...{ compared, form }} answer={work.answer} locale={wording.locale} onTake={readOnly ? null : verbs.takeWhole} />
      </section>
      <section aria-labelledby="comparison-points" className="grid gap-3">
        <h2 id="comparison-points" className="font-serif text-lg font-semibold">
          {t('point.heading')} <span className="text-base font-normal text-ink-soft">{t('point.count', { count: differing.length })}</span>
        </h2>
        <VeracityChoice
          {...{ compared, readOnly }}
          value={work.answer.veracity}
          error={sentence(problemAt(problems, 'veracity'))}
          onChoose={verbs.judge}
        />
        {differing.length > 0 && <ol className="grid gap-3">{differing.map(card)}</ol>}
        {agreed.length > 0 && (
          <details className="rounded-lg border border-line bg-paper" open={agreed.some(({ id }) => id === comparing.activeId) || undefined}>
            <summary className="px-3 py-2 text-ink-soft">{t('point.agreedOn', { count: agreed.length })}</summary>
            <ol className="grid gap-3 p-3 pt-1">{agreed.map((point, nth) => card(point, differing.length + nth))}</ol>
          </details>
        )}
      </section>
      {children}
    </div>
  )
}
