'use client'
import { useTranslations } from 'next-intl'
import { PromptView } from '@/components/tasks/conversation/prompt-view'
import { ResponseView } from '@/components/tasks/conversation/response-view'
import { Button } from '@/components/ui/button'
import type { Content } from '@/lib/tasks/rubric-scoring/content'
import type { Draft } from '@/lib/tasks/rubric-scoring/judgment'
import { saidAt } from './cells'
import { EvidenceSurface } from './evidence-surface'
import type { Scoring } from './use-scoring'

/** What was asked and the response that is being judged; while words are taken from it, exactly as it was written. */
export function ResponsePane({
  content,
  draft,
  language,
  scoring,
  openIn,
}: {
  content: Content
  draft: Draft
  language: string | null
  scoring: Scoring
  /** How many criteria are still to be judged of a response. */
  openIn: (response: string) => number
}) {
  const t = useTranslations('rubric-scoring')
  const { active, marking } = scoring
  const response = content.responses.find(({ id }) => id === active?.response) ?? content.responses[0]
  if (!response) return null
  const several = content.responses.length > 1
  return (
    <div className="grid gap-4">
      <details open className="rounded-lg border border-line bg-surface px-4 py-3">
        <summary className="min-h-6 text-sm font-medium">{t('prompt')}</summary>
        <div className="mt-3">
          <PromptView prompt={content.prompt} language={language} />
        </div>
      </details>
      <section aria-labelledby="judged-response" className="rounded-lg border border-line bg-surface px-4 py-3 shadow-card sm:px-6">
        <div className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-2">
          <h3 id="judged-response" className="me-auto font-serif text-lg font-semibold">
            {several ? t('response', { number: scoring.numberOf.get(response.id) ?? 0 }) : t('onlyResponse')}
          </h3>
          {several && (
            <div role="group" aria-label={t('responses')} className="flex flex-wrap gap-1">
              {content.responses.map(({ id }, nth) => (
                <Button key={id} size="small" variant={id === response.id ? 'quiet' : 'plain'} aria-pressed={id === response.id} shortcut={String(nth + 1)} onClick={() => scoring.toResponse(nth)}>
                  <span className="sr-only">{t('response', { number: nth + 1 })}</span>
                  <span className="text-xs text-ink-soft">{openIn(id) === 0 ? t('done') : t('open', { count: openIn(id) })}</span>
                </Button>
              ))}
            </div>
          )}
        </div>
        {marking ? (
          <EvidenceSurface
            key={`${marking.response} ${marking.criterion}`}
            text={response.text}
            language={language}
            evidence={saidAt(draft, marking)?.evidence ?? []}
            onQuote={(place) => scoring.quote(marking, place)}
            onLeave={scoring.stopMarking}
          />
        ) : (
          <ResponseView text={response.text} language={language} />
        )}
      </section>
    </div>
  )
}
