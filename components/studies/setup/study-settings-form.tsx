'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { TextArea } from '@/components/ui/text-area'
import { toast } from '@/components/ui/toast'
import { reached, type Failure, type Outcome } from './outcome'
import { StudyFields } from './study-fields'
import type { StudyValues } from './study-values'
import { useFailureWords } from './use-failure-words'

/** Changing a study. `submissions`: readings handed in so far; above none, part of it is frozen and the policy asks for a reason. */
export function StudySettingsForm({
  task,
  study,
  submissions,
  archived,
  change,
  archive,
}: {
  task: string
  study: StudyValues
  submissions: number
  archived: boolean
  change: (study: StudyValues & { reason: string }) => Promise<Outcome<{ changed: string[] }>>
  archive: (archived: boolean) => Promise<Outcome<void>>
}) {
  const t = useTranslations('studies')
  const { sentence, atField } = useFailureWords()
  const router = useRouter()
  const [values, setValues] = useState(study)
  const [reason, setReason] = useState('')
  const [pending, setPending] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const asksWhy = submissions > 0 && values.policy !== study.policy

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setPending(true)
    const outcome = await reached(change({ ...values, reason: asksWhy ? reason : '' }))
    setPending(false)
    setFailure(outcome.ok ? null : outcome.failure)
    if (!outcome.ok) return
    toast(outcome.value.changed.length ? t('settings.saved') : t('settings.nothingChanged'), { tone: 'good' })
    router.refresh()
  }
  const putAway = async () => {
    const outcome = await reached(archive(!archived))
    if (!outcome.ok) return void toast(sentence(outcome.failure), { tone: 'danger' })
    router.refresh()
  }

  return (
    <form onSubmit={(event) => void submit(event)} className="grid gap-5" noValidate>
      <StudyFields task={task} values={values} onChange={setValues} failure={failure} frozen={submissions > 0} />
      {asksWhy && (
        <Card title={t('settings.policyChange')} note={t('settings.policyChangeNote', { submissions })}>
          <Field label={t('settings.reason')} required error={atField(failure, 'reason')}>
            {(wires) => <TextArea {...wires} value={reason} maxLength={2_000} onChange={(event) => setReason(event.target.value)} />}
          </Field>
        </Card>
      )}
      {failure && (
        <Notice tone="danger" live>
          {sentence(failure)}
        </Notice>
      )}
      <div className="flex flex-wrap justify-between gap-3">
        <Button type="submit" variant="primary" pending={pending}>
          {t('settings.save')}
        </Button>
        <ConfirmDialog
          trigger={<Button variant={archived ? 'quiet' : 'danger'}>{t(archived ? 'settings.restore' : 'settings.archive')}</Button>}
          title={t(archived ? 'settings.restoreTitle' : 'settings.archiveTitle')}
          body={t(archived ? 'settings.restoreBody' : 'settings.archiveBody')}
          confirmLabel={t(archived ? 'settings.restore' : 'settings.archive')}
          tone={archived ? 'primary' : 'danger'}
          onConfirm={putAway}
        />
      </div>
    </form>
  )
}
