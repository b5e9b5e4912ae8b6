'use client'
import { Pause, Play } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import { reached } from '../../setup/outcome'
import { useFailureWords } from '../../setup/use-failure-words'
import { ChangeBatchDialog } from './change-batch-dialog'
import { CloseBatchDialog } from './close-batch-dialog'
import type { BatchChoices, BatchShown, BatchVerbs } from './batch-types'

/** What can be done with a batch in its present state. */
export function BatchActions({
  slug,
  batch,
  verbs,
  ...choices
}: BatchChoices & { slug: string; batch: BatchShown; verbs: BatchVerbs }) {
  const t = useTranslations('batches')
  const words = useFailureWords()
  const router = useRouter()
  const [pending, setPending] = useState(false)
  const closing = <CloseBatchDialog slug={slug} batch={batch} close={verbs.close} />
  // What a reader took back at the last moment can still be in a closed batch; closing again returns it.
  if (batch.state === 'closed') return batch.reading > 0 ? closing : null
  const turn = async (state: 'open' | 'paused') => {
    setPending(true)
    const outcome = await reached(verbs.change({ study: slug, batchId: batch.id, state }))
    setPending(false)
    if (outcome.ok) toast(t(state === 'paused' ? 'paused' : 'resumed'), { tone: 'good' })
    else toast(words.sentence(outcome.failure), { tone: 'danger' })
    router.refresh()
  }
  return (
    <div className="flex flex-wrap gap-2">
      {batch.state === 'open' ? (
        <Button
          size="small"
          icon={<Pause size={14} aria-hidden />}
          pending={pending}
          onClick={() => void turn('paused')}
        >
          {t('pause')}
        </Button>
      ) : (
        <Button size="small" icon={<Play size={14} aria-hidden />} pending={pending} onClick={() => void turn('open')}>
          {t('resume')}
        </Button>
      )}
      <ChangeBatchDialog slug={slug} batch={batch} change={verbs.change} {...choices} />
      {closing}
    </div>
  )
}
