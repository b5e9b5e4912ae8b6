'use client'
import { FilePen } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { FileDrop } from '@/components/ui/file-drop'
import { Notice } from '@/components/ui/notice'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { toast } from '@/components/ui/toast'
import { reached, type Failure, type Outcome } from '../../setup/outcome'
import { useFailureWords } from '../../setup/use-failure-words'
import { rubricsIn, type RubricRow } from './rubric-file'

export type RubricsRevised = { replaced: number; reopened: number; criteria: number; untouched: number; notLater: string[]; busy: string[]; unknown: string[] }
export type ReviseRubrics = (wanted: { rubrics: RubricRow[]; reason: string; batch: string; dryRun: boolean }) => Promise<Outcome<RubricsRevised>>

/** As much as one request to the server may hold. */
const mostBytes = 900_000

/** Later rubrics from a file: what they would ask again is told first, then why and in which batch. */
export function ReviseRubricsDialog({ revise }: { revise: ReviseRubrics }) {
  const t = useTranslations('items.rubrics')
  const router = useRouter()
  const words = useFailureWords()
  const [open, setOpen] = useState(false)
  const [rubrics, setRubrics] = useState<RubricRow[]>([])
  const [plan, setPlan] = useState<RubricsRevised | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [batch, setBatch] = useState(() => t('batchName'))
  const [pending, setPending] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)

  const choose = async ([file]: File[]) => {
    setPlan(null)
    setFailure(null)
    if (!file) return
    const found = rubricsIn(await file.text())
    if ('line' in found) return setWrong(t('wrongLine', { line: found.line }))
    setWrong(null)
    const outcome = await reached(revise({ rubrics: found.rubrics, reason: t('look'), batch: t('batchName'), dryRun: true }))
    if (!outcome.ok) return setFailure(outcome.failure)
    setRubrics(found.rubrics)
    setPlan(outcome.value)
  }
  const press = async () => {
    setPending(true)
    const outcome = await reached(revise({ rubrics, reason, batch, dryRun: false }))
    setPending(false)
    setFailure(outcome.ok ? null : outcome.failure)
    if (!outcome.ok) return
    setOpen(false)
    setPlan(null)
    toast(t('done', { count: outcome.value.replaced + outcome.value.reopened + outcome.value.untouched }), { tone: 'good' })
    router.refresh()
  }
  const items = plan ? plan.replaced + plan.reopened + plan.untouched : 0
  const left = plan ? ([['notLater', plan.notLater], ['busy', plan.busy], ['unknown', plan.unknown]] as const).filter(([, ids]) => ids.length > 0) : []
  const blocked = !plan ? t('chooseFirst') : items === 0 ? t('nothing') : reason.trim() === '' ? t('reasonMissing') : undefined
  return (
    <>
      <Button icon={<FilePen size={16} aria-hidden />} onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={t('title')}
        description={t('body')}
        footer={
          <Button variant="primary" pending={pending} blockedBecause={blocked} onClick={() => void press()}>
            {t('confirm', { count: items })}
          </Button>
        }
      >
        <div className="grid gap-4">
          <FileDrop label={t('file')} hint={t('fileHint')} accept=".jsonl,.ndjson,.json" maxBytes={mostBytes} onFiles={(files) => void choose(files)} />
          {(wrong ?? failure) && (
            <Notice tone="danger" live>
              {wrong ?? (failure && words.sentence(failure))}
            </Notice>
          )}
          {plan && (
            <Notice tone={items > 0 ? 'accent' : 'warn'} live title={t('plan')}>
              <ul className="list-disc ps-5">
                {plan.reopened > 0 && <li>{t('reopened', { items: plan.reopened, criteria: plan.criteria })}</li>}
                {plan.replaced > 0 && <li>{t('replaced', { count: plan.replaced })}</li>}
                {plan.untouched > 0 && <li>{t('untouched', { count: plan.untouched })}</li>}
                {left.map(([why, ids]) => (
                  <li key={why}>{t(why, { count: ids.length, ids: ids.slice(0, 5).join(', ') })}</li>
                ))}
                {items === 0 && left.length === 0 && <li>{t('nothing')}</li>}
              </ul>
            </Notice>
          )}
          {plan && items > 0 && (
            <>
              <Field label={t('reason')} required error={words.atField(failure, 'reason')}>
                {(wires) => <TextArea {...wires} maxLength={2_000} value={reason} onChange={(event) => setReason(event.target.value)} />}
              </Field>
              {plan.reopened > 0 && (
                <Field label={t('batch')} required error={words.atField(failure, 'batch')}>
                  {(wires) => <TextInput {...wires} maxLength={200} value={batch} onChange={(event) => setBatch(event.target.value)} />}
                </Field>
              )}
            </>
          )}
        </div>
      </Dialog>
    </>
  )
}
