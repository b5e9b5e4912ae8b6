'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { reached, type Failure, type Outcome } from '@/components/studies/setup/outcome'
import { useFailureWords } from '@/components/studies/setup/use-failure-words'
import { useOffer } from '@/components/shell/offers'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { PlacesInText } from '@/components/text/places-in-text'
import { TextArea } from '@/components/ui/text-area'
import { useShortcut } from '@/components/ui/use-shortcut'
import { codePointsOf } from '@/lib/spans/code-points'
import { paths } from '@/lib/web/paths'

export type QuestionShown = { id: string; text: string; language: string | null; goldStart: number; goldEnd: number; start: number; end: number; same: boolean | null }

/** Two places in one text: do they name the same error? Whose the second one is, nobody is told. */
export function SpanQuestion({
  question,
  answer,
  next,
}: {
  question: QuestionShown
  answer: (input: { questionId: string; same: boolean; note: string }) => Promise<Outcome<unknown>>
  next: (input: Record<string, never>) => Promise<Outcome<{ questionId: string | null }>>
}) {
  const t = useTranslations('board.question')
  const router = useRouter()
  const { sentence } = useFailureWords()
  const [note, setNote] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const points = codePointsOf(question.text)

  const say = async (same: boolean) => {
    if (busy) return
    setBusy(true)
    const outcome = await reached(answer({ questionId: question.id, same, note }))
    const then = outcome.ok ? await reached(next({})) : null
    setBusy(false)
    if (!outcome.ok) return setFailure(outcome.failure)
    const questionId = then?.ok ? then.value.questionId : null
    router.push(questionId ? paths.spanQuestion(questionId) : paths.spanQuestions())
  }
  useOffer({ shortcuts: [{ title: t('title'), shortcuts: [{ keys: 's', label: t('same') }, { keys: 'd', label: t('different') }] }] })
  useShortcut('s', () => void say(true))
  useShortcut('d', () => void say(false))
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1.6fr)_minmax(18rem,1fr)]">
      <Card>
        <PlacesInText
          text={question.text}
          language={question.language}
          gold={[{ start: question.goldStart, end: question.goldEnd }]}
          predicted={[{ start: question.start, end: question.end }]}
        />
      </Card>
      <Card title={t('ask')}>
        <div className="grid gap-4">
          <dl className="grid gap-3">
            <div>
              <dt className="text-sm text-ink-soft underline decoration-danger decoration-2 underline-offset-4">{t('gold')}</dt>
              <dd lang={question.language ?? undefined} className="font-serif text-lg"><bdi>{points.slice(question.goldStart, question.goldEnd)}</bdi></dd>
            </div>
            <div>
              <dt className="text-sm text-ink-soft"><span className="bg-accent-soft">{t('other')}</span></dt>
              <dd lang={question.language ?? undefined} className="font-serif text-lg"><bdi>{points.slice(question.start, question.end)}</bdi></dd>
            </div>
          </dl>
          <Field label={t('note')} optional>
            {(wires) => <TextArea {...wires} rows={2} maxLength={4_000} value={note} onChange={(event) => setNote(event.target.value)} />}
          </Field>
          {failure && (
            <Notice tone="danger" live>
              {sentence(failure)}
            </Notice>
          )}
          <div className="flex flex-wrap gap-2">
            <Button variant="primary" size="large" shortcut="s" pending={busy} onClick={() => void say(true)}>
              {t('same')}
            </Button>
            <Button size="large" shortcut="d" pending={busy} onClick={() => void say(false)}>
              {t('different')}
            </Button>
          </div>
        </div>
      </Card>
    </div>
  )
}
