import clsx from 'clsx'
import { useTranslations } from 'next-intl'
import { PromptView } from '@/components/tasks/conversation/prompt-view'
import { ResponseView } from '@/components/tasks/conversation/response-view'
import type { Content } from '@/lib/tasks/preference/content'

/** What was asked, and the responses beside each other, all alike. `chosen`: the one that is preferred now. */
export function ComparedResponses({ content, language, chosen }: { content: Content; language: string | null; chosen: string | null }) {
  const t = useTranslations('preference')
  const { prompt, responses } = content
  return (
    <div className="grid gap-4">
      <details open className="rounded-lg border border-line bg-surface px-4 py-3">
        <summary className="min-h-6 text-sm font-medium">{t('prompt')}</summary>
        <div className="mt-3">
          <PromptView prompt={prompt} language={language} />
        </div>
      </details>
      <div className={clsx('grid gap-4 sm:grid-cols-2', responses.length > 2 && responses.length !== 4 && 'min-[1300px]:grid-cols-3')}>
        {responses.map(({ id, text }, nth) => (
          <section key={id} aria-labelledby={`response-${nth}`} className={clsx('min-w-0 rounded-lg border bg-surface px-4 py-3', chosen === id ? 'border-accent ring-1 ring-accent' : 'border-line')}>
            <h3 id={`response-${nth}`} className="mb-2 font-serif text-lg font-semibold">
              {t('response', { number: nth + 1 })}
            </h3>
            <ResponseView text={text} language={language} />
          </section>
        ))}
      </div>
    </div>
  )
}
