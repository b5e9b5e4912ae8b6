'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { reached, type Failure } from '@/components/studies/setup/outcome'
import { useFailureWords } from '@/components/studies/setup/use-failure-words'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { ProgressBar } from '@/components/ui/progress-bar'
import type { ExpertVerbs } from './board'
import type { QuestionsShown } from './board-shown'

/** An admin's way to have experts say of unmatched places whether they name the same error. */
export function ExpertsCard({ releaseId, split, questions, verbs }: { releaseId: string; split: string; questions: QuestionsShown; verbs: ExpertVerbs }) {
  const t = useTranslations('board.experts')
  const router = useRouter()
  const { sentence } = useFailureWords()
  const [busy, setBusy] = useState<'ask' | 'judge' | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  const open = questions.asked - questions.answered - questions.withdrawn

  const ask = async () => {
    setBusy('ask')
    const outcome = await reached(verbs.ask({ releaseId, split }))
    setBusy(null)
    setFailure(outcome.ok ? null : outcome.failure)
    setSaid(outcome.ok ? t('asked', { count: outcome.value.asked }) : null)
    router.refresh()
  }
  const judge = async () => {
    setBusy('judge')
    const outcome = await reached(verbs.judge({ releaseId, split }))
    setBusy(null)
    setFailure(outcome.ok ? null : outcome.failure)
    setSaid(outcome.ok ? t('judging', { count: outcome.value.jobIds.length, atWork: outcome.value.atWork }) : null)
    router.refresh()
  }
  const blocked = questions.asked === 0 ? t('nothingAsked') : open > 0 ? t('stillOpen', { count: open }) : undefined
  return (
    <Card title={t('title')} note={t('note')}>
      <div className="grid gap-4">
        {questions.asked > 0 && <ProgressBar label={t('progress', questions)} value={questions.answered} max={questions.asked} />}
        {(['withdrawn', 'reading', 'nobody'] as const).map((why) =>
          questions[why] > 0 ? (
            <p key={why} className="text-sm text-ink-soft">
              {t(`waiting.${why}`, { count: questions[why] })}
            </p>
          ) : null,
        )}
        {failure && (
          <Notice tone="danger" live>
            {sentence(failure)}
          </Notice>
        )}
        {said && (
          <Notice tone="good" live>
            {said}
          </Notice>
        )}
        <div className="flex flex-wrap gap-2">
          <Button pending={busy === 'ask'} onClick={() => void ask()}>
            {t('ask')}
          </Button>
          <Button variant="primary" pending={busy === 'judge'} blockedBecause={blocked} onClick={() => void judge()}>
            {t('judge')}
          </Button>
        </div>
      </div>
    </Card>
  )
}
