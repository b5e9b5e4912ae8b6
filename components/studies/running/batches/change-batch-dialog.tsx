'use client'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { toast } from '@/components/ui/toast'
import { reached, type Failure } from '../../setup/outcome'
import { useFailureWords } from '../../setup/use-failure-words'
import type { BatchChoices, BatchShown, BatchVerbs } from './batch-types'
import { PoolFields, poolKindOf, poolOfKind } from './pool-fields'
import { RunningFields } from './running-fields'

/** Name, urgency, due date and pool of a batch that runs. Readers per item stay what they were. */
export function ChangeBatchDialog({
  slug,
  batch,
  readers,
  change,
}: Pick<BatchChoices, 'readers'> & { slug: string; batch: BatchShown; change: BatchVerbs['change'] }) {
  const t = useTranslations('batches')
  const words = useFailureWords()
  const router = useRouter()
  const now = { name: batch.name, priority: batch.priority, dueOn: batch.dueOn }
  const [shown, setShown] = useState(false)
  const [values, setValues] = useState(now)
  const [pool, setPool] = useState(batch.pool)
  const [kind, setKind] = useState(poolKindOf(batch.pool))
  const [pending, setPending] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const save = async () => {
    setPending(true)
    const outcome = await reached(change({ ...values, pool: poolOfKind(kind, pool), study: slug, batchId: batch.id }))
    setPending(false)
    setFailure(outcome.ok ? null : outcome.failure)
    if (!outcome.ok) return
    toast(t('changed'), { tone: 'good' })
    setShown(false)
    router.refresh()
  }
  return (
    <Dialog
      open={shown}
      onOpenChange={(next) => {
        setShown(next)
        setFailure(null)
        if (!next) return
        setValues(now)
        setPool(batch.pool)
        setKind(poolKindOf(batch.pool))
      }}
      trigger={<Button size="small">{t('change')}</Button>}
      title={t('form.changeTitle', { name: batch.name })}
      footer={
        <Button variant="primary" pending={pending} onClick={() => void save()}>
          {t('form.save')}
        </Button>
      }
    >
      <div className="grid gap-5">
        {failure && (
          <Notice tone="danger" live>
            {words.sentence(failure)}
          </Notice>
        )}
        <RunningFields values={values} onChange={setValues} atField={(path) => words.atField(failure, path)} />
        <h3 className="font-serif text-lg font-semibold">{t('form.who')}</h3>
        <PoolFields readers={readers} kind={kind} onKind={setKind} pool={pool} onPool={setPool} />
      </div>
    </Dialog>
  )
}
