import { useTranslations } from 'next-intl'
import type { AnswerProps } from '@/components/tasks/task-answers'
import type { Content } from '@/lib/tasks/rubric-scoring/content'
import type { Form } from '@/lib/tasks/rubric-scoring/form'
import type { Draft } from '@/lib/tasks/rubric-scoring/judgment'
import { showsScores } from '@/lib/tasks/rubric-scoring/shows-scores'
import { shownCriteria } from './cells'
import { SaidLabel } from './said-label'
import { ResponseScores } from './response-scores'

/** An answer to read: what was said of every criterion, response by response, and the scores that follow. */
export function RubricScoringAnswer({ answer, content: given, form, language, toJudge }: AnswerProps) {
  const t = useTranslations('rubric-scoring')
  const { labels, note } = answer as Draft
  const content = given as Content | null
  const stood = new Set(content?.standing?.map(({ criterion }) => criterion))
  if (!content) return <p>{t('summary.judged', { count: labels.length, violated: labels.filter(({ label }) => label === 'violated').length })}</p>
  return (
    <div className="grid gap-3">
      {(!toJudge || showsScores(content, form as Form)) && <ResponseScores content={content} labels={labels} />}
      {content.responses.map(({ id }, nth) => (
        <details key={nth} open={content.responses.length === 1}>
          <summary className="min-h-6 font-medium">{t('response', { number: nth + 1 })}</summary>
          <ol className="mt-2 grid gap-3">
            {shownCriteria(content.rubric.criteria).map((criterion) => {
              const said = labels.find(({ response, criterion: of }) => response === id && of === criterion.id)
              return (
                <li key={criterion.id} className="border-s-3 border-line ps-3">
                  <p dir="auto" className="[overflow-wrap:anywhere]">
                    {criterion.text}
                  </p>
                  <SaidLabel said={said ?? null} group={criterion.group} language={language} />
                  {stood.has(criterion.id) && <p className="text-sm text-ink-faint">{t('stood')}</p>}
                </li>
              )
            })}
          </ol>
        </details>
      ))}
      {note && <p className="whitespace-pre-wrap text-ink-soft">{note}</p>}
    </div>
  )
}
