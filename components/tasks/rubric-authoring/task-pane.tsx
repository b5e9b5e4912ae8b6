'use client'
import { useTranslations } from 'next-intl'
import { PromptView } from '@/components/tasks/conversation/prompt-view'
import { ResponseView } from '@/components/tasks/conversation/response-view'
import type { Content } from '@/lib/tasks/rubric-authoring/content'

/** What the rubric is for: the instruction, answers known to be good, and samples. */
export function TaskPane({ content, language }: { content: Content; language: string | null }) {
  const t = useTranslations('rubric-authoring.task')
  const { prompt, references, responses } = content
  return (
    <div className="grid gap-4">
      <h2 className="font-serif text-lg font-semibold">{t('prompt')}</h2>
      <PromptView prompt={prompt} language={language} />
      {references.map((text, nth) => (
        <details key={nth}>
          <summary className="min-h-6 font-medium">{t('reference', { number: nth + 1, count: references.length })}</summary>
          <div className="mt-2 border-s-3 border-good ps-4">
            <ResponseView text={text} language={language} />
          </div>
        </details>
      ))}
      {responses.map(({ id, text }, nth) => (
        <details key={id}>
          <summary className="min-h-6 font-medium">{t('sample', { number: nth + 1 })}</summary>
          <div className="mt-2 border-s-3 border-line ps-4">
            <ResponseView text={text} language={language} />
          </div>
        </details>
      ))}
    </div>
  )
}
