import { useTranslations } from 'next-intl'
import { useId, type ReactNode } from 'react'

/** A prompt or a response as it is, read by scrolling inside where it is long. */
export function LongText({ title, text, language, children }: { title: string; text: string; language: string | null; children?: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="grid content-start gap-1 rounded-md border border-line p-3">
      <h4 id={id} className="flex flex-wrap items-center gap-2 text-sm font-medium">
        {title} {children}
      </h4>
      <p lang={language ?? undefined} dir="auto" tabIndex={0} aria-labelledby={id} className="max-h-60 overflow-y-auto text-sm leading-relaxed whitespace-pre-wrap [overflow-wrap:anywhere]">
        {text}
      </p>
    </section>
  )
}

/** What was asked: the last message in full, what came before it folded away. */
export function PromptText({ prompt, language }: { prompt: readonly { role: string; content: string }[]; language: string | null }) {
  const t = useTranslations('board.outcome')
  const before = prompt.slice(0, -1)
  return (
    <div className="grid gap-2">
      {before.length > 0 && (
        <details className="text-sm">
          <summary className="min-h-6 text-ink-soft hover:text-ink">{t('earlier', { count: before.length })}</summary>
          <div className="mt-2 grid gap-2">
            {before.map(({ role, content }, nth) => (
              <LongText key={nth} title={t(`roles.${role as 'user'}`)} text={content} language={language} />
            ))}
          </div>
        </details>
      )}
      <LongText title={t(`roles.${(prompt.at(-1)?.role ?? 'user') as 'user'}`)} text={prompt.at(-1)?.content ?? ''} language={language} />
    </div>
  )
}
