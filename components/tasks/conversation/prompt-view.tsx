'use client'
import clsx from 'clsx'
import { useTranslations } from 'next-intl'
import type { Message } from '@/lib/tasks/conversation/prompt'
import { ResponseView } from './response-view'

/** What was asked, message by message. A long conversation opens at its end, which is what the responses answer. */
export function PromptView({ prompt, language }: { prompt: readonly Message[]; language: string | null }) {
  const t = useTranslations('conversation')
  const earlier = prompt.length > 3 ? prompt.slice(0, -1) : []
  const shown = prompt.slice(earlier.length)
  return (
    <div className="grid gap-3">
      {earlier.length > 0 && (
        <details>
          <summary className="min-h-6 text-sm text-ink-soft hover:text-ink">{t('earlier', { count: earlier.length })}</summary>
          <div className="mt-3 grid gap-3">
            {earlier.map((message, nth) => (
              <Said key={nth} {...message} language={language} />
            ))}
          </div>
        </details>
      )}
      {shown.map((message, nth) => (
        <Said key={nth} {...message} language={language} />
      ))}
    </div>
  )
}

function Said({ role, content, language }: Message & { language: string | null }) {
  const t = useTranslations('conversation.roles')
  return (
    <div className={clsx('rounded-md border-s-3 px-3 py-2', role === 'user' ? 'border-accent bg-accent-soft/50' : 'border-line bg-sunken')}>
      <p className="mb-1 text-xs font-medium text-ink-soft">{t(role)}</p>
      <ResponseView text={content} language={language} />
    </div>
  )
}
