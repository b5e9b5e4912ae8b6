'use client'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { TextInput } from '@/components/ui/text-input'
import { toast } from '@/components/ui/toast'
import { reached, type Failure } from '../../setup/outcome'
import { useFailureWords } from '../../setup/use-failure-words'
import { BatchPreview } from './batch-preview'
import type { BatchChoices, BatchVerbs, ItemChoice, Pool } from './batch-types'
import { ItemChoiceFields } from './item-choice-fields'
import { PoolFields, poolOfKind, type PoolKind } from './pool-fields'
import { RunningFields, type RunningValues } from './running-fields'

const emptyPool: Pool = { people: [], specialties: [], languages: [] }
const emptyChoice: ItemChoice = { filter: {}, taking: { take: 'all' } }
/** Enough for an interval that says something, and little enough that nobody minds. */
const usualRepeats = 0.1
const emptyValues: RunningValues = { name: '', priority: 0, dueOn: null }

/** Opens items of the pool for reading: which, for whom, how; and what that would mean, before it happens. */
export function OpenBatchDialog({
  slug,
  readers,
  facets,
  readersPerItem,
  asksTwice,
  blockedBecause,
  preview,
  open,
}: BatchChoices & {
  slug: string
  /** The study's own, as a proposal. */
  readersPerItem: number
  /** Whether the task can ask the same twice, the other way round. */
  asksTwice: boolean
  blockedBecause: string | undefined
  preview: BatchVerbs['preview']
  open: BatchVerbs['open']
}) {
  const t = useTranslations('batches')
  const words = useFailureWords()
  const router = useRouter()
  const [shown, setShown] = useState(false)
  const [choice, setChoice] = useState(emptyChoice)
  const [kind, setKind] = useState<PoolKind>('everyone')
  const [pool, setPool] = useState(emptyPool)
  const [k, setK] = useState(readersPerItem)
  const [repeats, setRepeats] = useState(asksTwice ? usualRepeats : 0)
  const [values, setValues] = useState(emptyValues)
  const [pending, setPending] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const atField = (path: string) => words.atField(failure, path)
  const wanted = { ...choice, pool: poolOfKind(kind, pool), readersPerItem: k }
  const start = async () => {
    setPending(true)
    const outcome = await reached(open({ ...wanted, ...values, study: slug, ...(asksTwice ? { repeats } : {}) }))
    setPending(false)
    setFailure(outcome.ok ? null : outcome.failure)
    if (!outcome.ok) return
    toast(t('opened', { count: outcome.value.items }), { tone: 'good' })
    setShown(false)
    setValues(emptyValues)
    setChoice(emptyChoice)
    router.refresh()
  }
  return (
    <Dialog
      size="large"
      open={shown}
      onOpenChange={(next) => {
        if (next && blockedBecause !== undefined) return
        setShown(next)
        setFailure(null)
      }}
      trigger={
        <Button variant="primary" blockedBecause={blockedBecause}>
          {t('open')}
        </Button>
      }
      title={t('form.openTitle')}
      footer={
        <>
          {/* In sight whatever part of the form is: what pressing the button would mean. */}
          <div className="w-full">{shown && <BatchPreview slug={slug} wanted={wanted} preview={preview} />}</div>
          <Button variant="primary" pending={pending} onClick={() => void start()}>
            {t('form.submit')}
          </Button>
        </>
      }
    >
      <div className="grid gap-6">
        {failure && (
          <Notice tone="danger" live>
            {words.sentence(failure)}
          </Notice>
        )}
        <Part title={t('form.which')}>
          <ItemChoiceFields facets={facets} choice={choice} onChange={setChoice} atField={atField} />
        </Part>
        <Part title={t('form.who')}>
          <PoolFields readers={readers} kind={kind} onKind={setKind} pool={pool} onPool={setPool} />
        </Part>
        <Part title={t('form.how')}>
          <Field label={t('form.readersPerItem')} error={atField('readersPerItem')} className="w-40">
            {(wires) => (
              <TextInput
                {...wires}
                type="number"
                min={1}
                max={9}
                step={1}
                value={k || ''}
                onChange={(event) => setK(Number(event.target.value))}
              />
            )}
          </Field>
          {asksTwice && (
            <Field label={t('form.repeats')} hint={t('form.repeatsHint')} error={atField('repeats')} className="max-w-md">
              {(wires) => (
                <TextInput
                  {...wires}
                  type="number"
                  className="w-40!"
                  min={0}
                  max={100}
                  step={5}
                  value={Number.isNaN(repeats) ? '' : Math.round(repeats * 100)}
                  onChange={(event) => setRepeats(event.target.valueAsNumber / 100)}
                />
              )}
            </Field>
          )}
          <RunningFields values={values} onChange={setValues} atField={atField} />
        </Part>
      </div>
    </Dialog>
  )
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="grid gap-3">
    <h3 className="font-serif text-lg font-semibold">{title}</h3>
    {children}
  </section>
)
