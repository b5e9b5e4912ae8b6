'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useCallback, useMemo, useState } from 'react'
import { reached, type Outcome } from '@/components/studies/setup/outcome'
import { useFailureWords } from '@/components/studies/setup/use-failure-words'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { SectionHeading } from '@/components/ui/section-heading'
import { Tabs } from '@/components/ui/tabs'
import { toast } from '@/components/ui/toast'
import type { Form } from '@/lib/tasks/error-spans/form'
import { ConflictNotice } from './conflict-notice'
import { FieldsEditor } from './fields-editor'
import { formProblems } from './form-problems'
import { GuidelineEditor } from './guideline-editor'
import { PublishDialog } from './publish-dialog'
import { SavingState } from './saving-state'
import { TaxonomyEditor } from './taxonomy-editor'
import { useDraftSaving } from './use-draft-saving'

export type DraftText = { guideline: string; form: Form }
export type DraftVerbs = {
  save: (draft: DraftText & { seen: string }) => Promise<Outcome<{ revision: string }>>
  publish: (how: { seen: string; note: string }) => Promise<Outcome<{ number: number }>>
  discard: (seen: string) => Promise<Outcome<void>>
  /** The revision that is stored now; null when there is no draft any more. */
  newestRevision: () => Promise<Outcome<string | null>>
}

/** The protocol's draft: written in three parts, saved by itself, published as a whole. */
export function DraftEditor({
  draft,
  nextNumber,
  differenceHref,
  picturesHref,
  verbs,
}: {
  draft: DraftText & { revision: string }
  nextNumber: number
  /** What the draft changes against the newest version; null for the first. */
  differenceHref: string | null
  /** Where a picture is sent. */
  picturesHref: string
  verbs: DraftVerbs
}) {
  const t = useTranslations('protocol')
  const router = useRouter()
  const { sentence } = useFailureWords()
  const [text, setText] = useState<DraftText>({ guideline: draft.guideline, form: draft.form })
  const save = useCallback((wanted: DraftText, seen: string) => verbs.save({ ...wanted, seen }), [verbs])
  const { saving, flush, saveOver, seen } = useDraftSaving({ draft: text, revision: draft.revision, save })
  const problems = useMemo(() => formProblems(text.form), [text.form])
  const guidelineMissing = text.guideline.trim() === ''
  const setForm = (form: Form) => setText((before) => ({ ...before, form }))
  const inFields = [...problems.keys()].filter((path) => path.startsWith('fields')).length
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
          { value: 'taxonomy', label: t('taxonomy'), ...mark(problems.size - inFields), content: <TaxonomyEditor form={text.form} onChange={setForm} problems={problems} /> },
          { value: 'fields', label: t('fields.title'), ...mark(inFields), content: <FieldsEditor form={text.form} onChange={setForm} problems={problems} /> },
        ]}
      />
    </section>
  )
}
