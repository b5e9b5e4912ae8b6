'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { reached, type Failure, type Outcome } from '@/components/studies/setup/outcome'
import { useFailureWords } from '@/components/studies/setup/use-failure-words'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { TextInput } from '@/components/ui/text-input'
import { JobProgress } from '@/components/work/job-progress'
import { send } from '@/components/work/send'
import type { PreviewedImport } from './import-preview'

/** The decision: everything or nothing, or the good rows; or none of it. */
export function CommitImport({
  found,
  jobId,
  commitHref,
  importsHref,
  drop,
}: {
  found: PreviewedImport
  /** The commit that is under way already. */
  jobId: string | null
  commitHref: string
  importsHref: string
  drop: () => Promise<Outcome<void>>
}) {
  const t = useTranslations('import.commit')
  const router = useRouter()
  const { sentence } = useFailureWords()
  const [duplicates, setDuplicates] = useState(false)
  const [corrections, setCorrections] = useState(false)
  const [reason, setReason] = useState('')
  const [going, setGoing] = useState(jobId)
  const [ended, setEnded] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const refused = found.bad
  const items = found.fresh + (duplicates ? found.duplicates : 0)

  const commit = async (take: 'all' | 'good') => {
    setFailure(null)
    const sent = await send<{ jobId: string }>('POST', commitHref, { take, duplicates: duplicates ? 'import' : 'skip', corrections: corrections ? 'take' : 'leave', reason })
    if (sent.kind === 'ok') {
      setEnded(false)
      return setGoing(sent.value.jobId)
    }
    setFailure(sent.kind === 'refused' ? sent.failure : { code: 'offline', reason: 'import-out-of-sight', values: {}, fields: [] })
    router.refresh()
  }
  const over = () => {
    setEnded(true)
    router.refresh()
  }
  const giveUp = async () => {
    const outcome = await reached(drop())
    if (outcome.ok) router.push(importsHref)
    else setFailure(outcome.failure)
  }

  return (
    <Card title={t('title')}>
      <div className="grid gap-4">
        {found.duplicates > 0 && (
          <Checkbox label={t('duplicates', { duplicates: found.duplicates })} hint={t('duplicatesHint')} checked={duplicates} onChange={(event) => setDuplicates(event.target.checked)} />
        )}
        {found.differing > 0 && (
          <Checkbox label={t('corrections', { differing: found.differing })} hint={t('correctionsHint')} checked={corrections} onChange={(event) => setCorrections(event.target.checked)} />
        )}
        {corrections && (
          <Field label={t('reason')} optional hint={t('reasonHint')}>
            {(wires) => <TextInput {...wires} maxLength={2_000} value={reason} onChange={(event) => setReason(event.target.value)} />}
          </Field>
        )}
        {going && <JobProgress key={going} jobId={going} onOver={over} />}
        {!(going && !ended) && (
          <div className="flex flex-wrap items-center gap-3">
            {refused === 0 ? (
              <Button variant="primary" onClick={() => void commit('all')}>
                {items > 0 ? t('all', { items }) : t(corrections ? 'correct' : 'nothing')}
              </Button>
            ) : (
              <Button variant="primary" blockedBecause={items === 0 && !corrections ? t('noGoodRows') : undefined} onClick={() => void commit('good')}>
                {items === 0 && corrections ? t('correct') : t('good', { items })}
              </Button>
            )}
            <Button variant="danger" onClick={() => void giveUp()}>
              {t('drop')}
            </Button>
            <p className="text-sm text-ink-soft">{refused === 0 ? t('allNote') : t('goodNote', { refused })}</p>
          </div>
        )}
        {failure && (
          <Notice tone="danger" live>
            {sentence(failure)}
          </Notice>
        )}
      </div>
    </Card>
  )
}
