import { useTranslations } from 'next-intl'
import { ItemResponses } from '@/components/tasks/conversation/item-responses'
import type { ItemProps } from '@/components/tasks/task-answers'
import { countsByPoints } from '@/lib/tasks/rubric/counts-by-points'
import { groups, inGroup } from '@/lib/tasks/rubric/groups'
import type { Content } from '@/lib/tasks/rubric-scoring/content'
import { CriterionHead } from './criterion-head'
import { groupWord } from './label-keys'

/** The item to look at: what was asked, the responses, and the rubric they are judged by. */
export function RubricScoringItem({ content, language, axes }: ItemProps) {
  const t = useTranslations('rubric-scoring')
  const { prompt, responses, rubric } = content as Content
  const byPoints = countsByPoints(rubric)
  return (
    <div className="grid gap-5">
      <ItemResponses {...{ prompt, responses, language }} />
      <details>
        <summary className="min-h-6 font-medium">{t('rubricVersion', { version: rubric.version, count: rubric.criteria.length })}</summary>
        <div className="mt-3 grid gap-4">
          {groups.map((group) => {
            const criteria = inGroup(rubric.criteria, group)
            return (
              criteria.length > 0 && (
                <section key={group} className="grid gap-2">
                  <h3 className="text-sm font-medium text-ink-soft">{t(groupWord(group, byPoints))}</h3>
                  <ol className="grid list-decimal gap-2 ps-5">
                    {criteria.map((criterion) => (
                      <li key={criterion.id}>
                        <CriterionHead criterion={criterion} byPoints={byPoints} language={language} axes={axes} />
                      </li>
                    ))}
                  </ol>
                </section>
              )
            )
          })}
        </div>
      </details>
    </div>
  )
}
