'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Suspense, useCallback, useMemo, useState } from 'react'
import type { util } from 'zod/v4/core'
import { reached, type Outcome } from '@/components/studies/setup/outcome'
import { useFailureWords } from '@/components/studies/setup/use-failure-words'
import { taskProtocol } from '@/components/tasks/task-protocols'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { SectionHeading } from '@/components/ui/section-heading'
import { Tabs } from '@/components/ui/tabs'
import { toast } from '@/components/ui/toast'
import { ConflictNotice } from './conflict-notice'
import { formProblems } from './form-problems'
import { GuidelineEditor } from './guideline-editor'
import { PublishDialog } from './publish-dialog'
import { SavingState } from './saving-state'
import { useDraftSaving } from './use-draft-saving'

export type DraftText = { guideline: string; form: util.JSONType }
export type DraftVerbs = {
  save: (draft: DraftText & { seen: string }) => Promise<Outcome<{ revision: string }>>
  publish: (how: { seen: string; note: string }) => Promise<Outcome<{ number: number }>>
  discard: (seen: string) => Promise<Outcome<void>>
  /** The revision that is stored now; null when there is no draft any more. */
  newestRevision: () => Promise<Outcome<string | null>>
}

/** The protocol's draft: the guideline and the parts of the task's form, saved by itself, published as a whole. */
export function DraftEditor({
  task,
  draft,
  nextNumber,
  differenceHref,
  picturesHref,
  verbs,
}: {
  task: string
  draft: DraftText & { revision: string }
  nextNumber: number
  /** What the draft changes against the newest version; null for the first. */
  differenceHref: string | null
  /** Where a picture is sent. */
  picturesHref: string
  verbs: DraftVerbs
}) {
  const t = useTranslations('protocol')
  const words = useTranslations()
  const { parts } = taskProtocol(task)
  const router = useRouter()
  const { sentence } = useFailureWords()
  const [text, setText] = useState<DraftText>({ guideline: draft.guideline, form: draft.form })
  const save = useCallback((wanted: DraftText, seen: string) => verbs.save({ ...wanted, seen }), [verbs])
  const { saving, flush, saveOver, seen } = useDraftSaving({ draft: text, revision: draft.revision, save })
  const problems = useMemo(() => formProblems(taskProtocol(task).schema, text.form), [task, text.form])
  const guidelineMissing = text.guideline.trim() === ''
  const setForm = (form: unknown) => setText((before) => ({ ...before, form: form as util.JSONType }))
  const mark = (count: number) => (count > 0 ? { note: <span className="text-danger">{count}</span> } : {})

  const addPicture = async (file: File): Promise<{ href: string } | { refused: string }> => {
    try {
      const response = await fetch(`${picturesHref}&name=${encodeURIComponent(file.name)}`, { method: 'POST', body: file, headers: { 'content-type': 'application/octet-stream' } })
      const answer = await response.json()
      return response.ok ? { href: `/api/pictures/${answer.id}` } : { refused: sentence(answer) }
    } catch {
      return { refused: t('guideline.unreachable') }
    }
  }
  const publish = async (note: string): Promise<Outcome<{ number: number }>> => {
    if (!(await flush())) return { ok: false, failure: { code: 'conflict', reason: 'protocol-draft-changed', values: {}, fields: [] } }
    const outcome = await reached(verbs.publish({ seen: seen(), note }))
    if (outcome.ok) {
      toast(t('publish.done', { number: outcome.value.number }), { tone: 'good' })
      router.refresh()
    }
    return outcome
  }
  const discard = async () => {
    const outcome = await reached(verbs.discard(seen()))
    if (outcome.ok) router.refresh()
    else toast(sentence(outcome.failure), { tone: 'danger' })
  }

  return (
    <section className="grid gap-4" aria-labelledby="draft">
      <SectionHeading
        id="draft"
        note={t('draft.note', { number: nextNumber })}
        actions={
          <div className="flex flex-wrap items-center gap-2">
            <SavingState saving={saving} />
            <ConfirmDialog trigger={<Button variant="plain">{t('draft.discard')}</Button>} title={t('draft.discardTitle')} body={t('draft.discardBody')} confirmLabel={t('draft.discard')} onConfirm={discard} />
            <PublishDialog number={nextNumber} problems={problems.size + (guidelineMissing ? 1 : 0)} differenceHref={differenceHref} publish={publish} />
          </div>
        }
      >
        {t('draft.title')}
      </SectionHeading>
      {saving.state === 'stopped' && saving.failure.reason !== 'offline' && (
        <ConflictNotice failure={saving.failure} newestRevision={verbs.newestRevision} saveOver={saveOver} />
      )}
      <Tabs
        label={t('draft.parts')}
        tabs={[
          {
            value: 'guideline',
            label: t('guideline.title'),
            ...mark(guidelineMissing ? 1 : 0),
            content: (
              <GuidelineEditor value={text.guideline} onChange={(guideline) => setText((before) => ({ ...before, guideline }))} error={guidelineMissing ? t('problems.guideline') : undefined} addPicture={addPicture} />
            ),
          },
          ...parts.map(({ value, label, holds, Editor }) => ({
            value,
            label: words(label as never),
            ...mark([...problems.keys()].filter(holds).length),
            content: (
              <Suspense>
                <Editor form={text.form} onChange={setForm} problems={problems} />
              </Suspense>
            ),
          })),
        ]}
      />
    </section>
  )
}
