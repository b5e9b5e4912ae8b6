import { useTranslations } from 'next-intl'
import { ItemResponses } from '@/components/tasks/conversation/item-responses'
import { ResponseView } from '@/components/tasks/conversation/response-view'
import type { ItemProps } from '@/components/tasks/task-answers'
import type { Content } from '@/lib/tasks/rubric-authoring/content'
import { RubricList } from './rubric-list'

/** The item to look at: the instruction, what a model drafted for it, references and samples. */
export function RubricAuthoringItem({ content, language, axes }: ItemProps) {
  const t = useTranslations('rubric-authoring')
  const { prompt, responses, references, draft } = content as Content
  return (
    <div className="grid gap-5">
      <ItemResponses {...{ prompt, responses, language }} />
      {references.map((text, nth) => (
        <details key={nth}>
          <summary className="min-h-6 font-medium">{t('task.reference', { number: nth + 1, count: references.length })}</summary>
          <div className="mt-2 border-s-3 border-good ps-4">
            <ResponseView text={text} language={language} />
          </div>
        </details>
      ))}
      {draft && (
        <details>
          <summary className="min-h-6 font-medium">{t('task.draft', { count: draft.criteria.length })}</summary>
          <div className="mt-3">
            <RubricList criteria={draft.criteria} counting={draft.counting} axes={axes} language={language} />
          </div>
        </details>
      )}
    </div>
  )
}
