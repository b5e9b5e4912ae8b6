'use client'
import { Download } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Failure } from '@/components/studies/setup/outcome'
import { useFailureWords } from '@/components/studies/setup/use-failure-words'
import { taskContest } from '@/components/tasks/task-contests'
import { Button } from '@/components/ui/button'
import { buttonClasses } from '@/components/ui/button-classes'
import { Card } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { FileDrop } from '@/components/ui/file-drop'
import { Notice } from '@/components/ui/notice'
import { RadioGroup } from '@/components/ui/radio-group'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { paths } from '@/lib/web/paths'
import { ProblemTable, type Problem } from './problem-table'

type Taken = { submissionId: string; unplaced: { spans: number; lines: number[] } }
type Answer = Taken | { problems: Problem[]; total: number }

/** A file of predictions, with the system's name: checked whole by the server, taken whole or not at all. */
export function SubmitForm({ releaseId, split: given, splits, task }: { releaseId: string; split: string; task: string; splits: readonly { split: string; items: number; hidden: boolean }[] }) {
  const t = useTranslations('board')
  const format = useFormatter()
  const router = useRouter()
  const { sentence, atField } = useFailureWords()
  const [split, setSplit] = useState(given)
  const [system, setSystem] = useState('')
  const [description, setDescription] = useState('')
  const [anonymous, setAnonymous] = useState(false)
  const [file, setFile] = useState<File | null>(null)
  const [sending, setSending] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [refused, setRefused] = useState<{ problems: Problem[]; total: number } | null>(null)

  const [taken, setTaken] = useState<Taken | null>(null)

  const send = async () => {
    if (!file) return
    setSending(true)
    setFailure(null)
    setRefused(null)
    setTaken(null)
    const answer = await handIn(paths.submissionsTo(releaseId, { split, system, description, anonymous: String(anonymous), fileName: file.name }), file)
    setSending(false)
    if ('failure' in answer) return setFailure(answer.failure)
    if ('problems' in answer.value) return setRefused(answer.value)
    if (answer.value.unplaced.spans > 0) return setTaken(answer.value)
    router.push(paths.submission(releaseId, answer.value.submissionId))
  }
  const blocked = !file ? t('submit.noFile') : system.trim() === '' ? t('submit.noSystem') : undefined
  return (
    <div className="grid gap-5">
      <Card title={t('submit.what')}>
        <div className="grid gap-5">
          {splits.length > 1 && (
            <RadioGroup
              legend={t('submit.split')}
              value={split}
              onChange={setSplit}
              options={splits.map((one) => ({ value: one.split, label: t('submit.splitOption', { split: t(`split.${one.split as 'test'}`), items: one.items }), ...(one.hidden ? { hint: t('submit.hiddenSplit') } : {}) }))}
            />
          )}
          <Field label={t('submit.system')} hint={t('submit.systemHint')} error={atField(failure, 'system')} required>
            {(wires) => <TextInput {...wires} maxLength={120} value={system} onChange={(event) => setSystem(event.target.value)} />}
          </Field>
          <Field label={t('submit.description')} hint={t('submit.descriptionHint')} optional>
            {(wires) => <TextArea {...wires} maxLength={4_000} rows={3} value={description} onChange={(event) => setDescription(event.target.value)} />}
          </Field>
          <Checkbox label={t('submit.anonymous')} hint={t('submit.anonymousHint')} checked={anonymous} onChange={(event) => setAnonymous(event.target.checked)} />
        </div>
      </Card>
      <Card
        title={t('submit.file')}
        note={t(`submit.fileNotes.${task}` as never)}
        actions={
          <a href={paths.inputs(releaseId, split)} download className={buttonClasses('quiet', 'small')}>
            <Download size={15} aria-hidden />
            {t('submit.inputs')}
          </a>
        }
      >
        <div className="grid gap-4">
          {file ? (
            <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
              <p className="font-medium break-all">{file.name}</p>
              <p className="text-sm text-ink-soft">{format.number(file.size / 1_000, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 1 })}</p>
              <Button size="small" variant="plain" onClick={() => setFile(null)}>
                {t('submit.otherFile')}
              </Button>
            </div>
          ) : (
            <FileDrop label={t('submit.drop')} hint={t('submit.dropHint')} maxBytes={256 * 1024 ** 2} onFiles={([chosen]) => chosen && setFile(chosen)} />
          )}
          <details className="text-sm">
            <summary className="min-h-6 text-ink-soft hover:text-ink">{t('submit.format')}</summary>
            <pre className="mt-2 overflow-x-auto rounded-md border border-line bg-sunken p-3 text-xs" tabIndex={0}>
              {taskContest(task).example}
            </pre>
            <p className="mt-2 max-w-[72ch] text-ink-soft">{t(`submit.formatNotes.${task}` as never)}</p>
          </details>
        </div>
      </Card>
      {failure && (
        <Notice tone="danger" live>
          {sentence(failure)}
        </Notice>
      )}
      {taken && (
        <Notice tone="warn" live>
          {t('submit.unplaced', { spans: taken.unplaced.spans, lines: format.list(taken.unplaced.lines.map(String)) })}{' '}
          <Link href={paths.submission(releaseId, taken.submissionId)}>{t('submit.toSubmission')}</Link>
        </Notice>
      )}
      {refused && <ProblemTable {...refused} />}
      <div>
        <Button variant="primary" pending={sending} blockedBecause={blocked} onClick={() => void send()}>
          {t('submit.send')}
        </Button>
      </div>
    </div>
  )
}

async function handIn(href: string, file: File): Promise<{ value: Answer } | { failure: Failure }> {
  try {
    const response = await fetch(href, { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: file })
    const body: unknown = await response.json()
    return response.ok ? { value: body as Answer } : { failure: body as Failure }
  } catch {
    return { failure: { code: 'offline', reason: 'offline', values: {}, fields: [] } }
  }
}
