'use client'
import { Eye } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useProblemSentence } from '@/components/tasks/use-problem-sentence'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import type { FieldProblem } from '@/lib/errors'
import type { Draft } from '@/lib/tasks/error-spans/judgment'
import { problemsUnder } from '../problem-sentences'
import { SpanGist, type Wording } from './span-gist'

/** What the verdict will say if it is given now, with what is missing from it. */
export function VerdictCard({
  answer,
  unusable,
  problems,
  wording,
  onShow,
  onEdit,
}: {
  answer: Draft
  unusable: boolean
  /** Empty until they are to be shown. */
  problems: readonly FieldProblem[]
  wording: Wording
  onShow: () => void
  /** Null: nothing can be edited. */
  onEdit: ((spanId: string) => void) | null
}) {
  const t = useTranslations('comparison.verdict')
  const sentence = useProblemSentence('error-spans')
  const whole = problems.filter(({ path }) => path === 'spans' || path === 'veracity')
  return (
    <section aria-labelledby="verdict-as-it-stands" className="rounded-lg border border-line bg-surface p-4 shadow-card">
      <div className="mb-2 flex flex-wrap items-center gap-2">
        <h2 id="verdict-as-it-stands" className="me-auto font-serif text-lg font-semibold">
          {t('heading')}
        </h2>
        {!unusable && (
          <Button size="small" icon={<Eye size={15} aria-hidden />} shortcut="shift+v" onClick={onShow}>
            {t(onEdit ? 'showAndEdit' : 'show')}
          </Button>
        )}
      </div>
      {unusable ? (
        <p className="font-medium">{t('unusable')}</p>
      ) : (
        <>
          <p>
            {answer.veracity === null ? (
              <span className="text-ink-soft">{t('undecided')}</span>
            ) : (
              <Badge tone={answer.veracity === 'correct' ? 'good' : 'danger'}>{t(answer.veracity)}</Badge>
            )}
          </p>
          {whole.map((problem) => (
            <p key={problem.code} tabIndex={-1} aria-invalid="true" className="mt-2 text-sm font-medium text-danger">
              {sentence(problem)}
            </p>
          ))}
          {answer.spans.length > 0 && (
            <ol className="mt-2 divide-y divide-line">
              {answer.spans.map((span) => {
                const missing = problemsUnder(problems, `spans.${span.id}`)
                return (
                  <li key={span.id} className="py-2">
                    <SpanGist span={span} {...wording} brief />
                    {missing.map((problem) => (
                      <p key={problem.path + problem.code} className="mt-1 text-sm font-medium text-danger">
                        {sentence(problem)}
                      </p>
                    ))}
                    {missing.length > 0 && onEdit && (
                      <Button size="small" aria-invalid="true" className="mt-1" onClick={() => onEdit(span.id)}>
                        {t('mend')}
                      </Button>
                    )}
                  </li>
                )
              })}
            </ol>
          )}
        </>
      )}
    </section>
  )
}
