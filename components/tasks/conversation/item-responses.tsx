import { useTranslations } from 'next-intl'
import type { Message } from '@/lib/tasks/conversation/prompt'
import type { Response } from '@/lib/tasks/conversation/responses'
import { PromptView } from './prompt-view'
import { ResponseView } from './response-view'

/** What was asked and what was answered, in the item's own order. Responses are numbered: their ids may name a model. */
export function ItemResponses({ prompt, responses, language }: { prompt: readonly Message[]; responses: readonly Response[]; language: string | null }) {
  const t = useTranslations('conversation')
  return (
    <div className="grid gap-4">
      <PromptView prompt={prompt} language={language} />
      {responses.map(({ text }, nth) => (
        <details key={nth} open={responses.length <= 2}>
          <summary className="min-h-6 font-medium">{t('response', { number: nth + 1 })}</summary>
          <div className="mt-2 border-s-3 border-line ps-4">
            <ResponseView text={text} language={language} />
          </div>
        </details>
      ))}
    </div>
  )
}
