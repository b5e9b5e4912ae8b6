'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { reached, type Failure, type Outcome } from '@/components/studies/setup/outcome'
import { useFailureWords } from '@/components/studies/setup/use-failure-words'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/checkbox'
import { Notice } from '@/components/ui/notice'
import { ProgressBar } from '@/components/ui/progress-bar'
import type { PreviewedImport } from './import-preview'
import { ndjson } from './ndjson'

type Line = { progress: { items: number; of: number } } | { done: object } | { failure: Failure }

/** The decision: everything or nothing, or the good rows; or none of it. */
export function CommitImport({
  found,
  commitHref,
  importsHref,
  drop,
}: {
  found: PreviewedImport
  commitHref: string
  importsHref: string
  drop: () => Promise<Outcome<void>>
}) {
  const t = useTranslations('import.commit')
  const router = useRouter()
  const { sentence } = useFailureWords()
  const [duplicates, setDuplicates] = useState(false)
  const [going, setGoing] = useState<{ items: number; of: number } | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const refused = found.bad
  const items = found.fresh + (duplicates ? found.duplicates : 0)

  const commit = async (take: 'all' | 'good') => {
    setFailure(null)
    setGoing({ items: 0, of: items })
    const gone: Failure = { code: 'offline', reason: 'import-out-of-sight', values: {}, fields: [] }
    let ending: Failure | null = gone
    try {
      const body = JSON.stringify({ take, duplicates: duplicates ? 'import' : 'skip' })
      const response = await fetch(commitHref, { method: 'POST', body, headers: { 'content-type': 'application/json' } })
      if (!response.ok) ending = (await response.json()) as Failure
      else
        for await (const line of ndjson<Line>(response)) {
          if ('progress' in line) setGoing(line.progress)
          else ending = 'failure' in line ? line.failure : null
        }
    } catch {
      ending = gone
    }
    setGoing(null)
    setFailure(ending)
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
        {going ? (
          <ProgressBar label={t('going')} value={going.items} max={going.of} />
        ) : (
          <div className="flex flex-wrap items-center gap-3">
            {refused === 0 ? (
              <Button variant="primary" onClick={() => void commit('all')}>
                {items === 0 ? t('nothing') : t('all', { items })}
              </Button>
            ) : (
              <Button variant="primary" blockedBecause={items === 0 ? t('noGoodRows') : undefined} onClick={() => void commit('good')}>
                {t('good', { items })}
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
