'use client'
import { useFormatter, useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { JobProgress } from '@/components/work/job-progress'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { toast } from '@/components/ui/toast'
import { paths } from '@/lib/web/paths'
import { reached, type Failure } from '../setup/outcome'
import { useFailureWords } from '../setup/use-failure-words'
import { ChoiceFields } from './choice-fields'
import { DivisionFields } from './division-fields'
import { DraftPreview } from './draft-preview'
import type { ComposeVerbs, Counts, DraftFields, DraftOfStudy, Editing } from './draft-types'
import { FreezeDialog } from './freeze-dialog'
import { WritingFields } from './writing-fields'

/** Long enough that a number is typed whole. */
const countAfterMs = 500

/** A release being composed: the recipe, what it would take as it is filled in, the preview, and the signature. */
export function ComposeRelease({ slug, draft, verbs }: { slug: string; draft: DraftOfStudy; verbs: ComposeVerbs }) {
  const t = useTranslations('releases')
  const words = useFailureWords()
  const router = useRouter()
  const { title, public: isPublic, notes, recipe } = draft
  const [fields, setFields] = useState<DraftFields>({ title, public: isPublic, notes, recipe })
  const [saved, setSaved] = useState(fields)
  const [counts, setCounts] = useState<Counts | null>(null)
  const [pending, setPending] = useState<'save' | 'preview' | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [startedJob, setStartedJob] = useState<string | null>(null)
  const atWork = startedJob ?? (draft.job && ['queued', 'running'].includes(draft.job.state) ? draft.job.id : null)
  const isSaved = JSON.stringify(fields) === JSON.stringify(saved)

  const asked = useRef(0)
  useEffect(() => {
    const ask = async () => {
      const mine = ++asked.current
      const outcome = await reached(verbs.count({ releaseId: draft.id, recipe: fields.recipe }))
      // A later question's answer is the one that counts.
      if (mine === asked.current && outcome.ok) setCounts(outcome.value)
    }
    const timer = setTimeout(() => void ask(), countAfterMs)
    return () => clearTimeout(timer)
  }, [draft.id, fields.recipe, verbs])

  const editing: Editing = {
    fields,
    set: (change) => setFields((before) => ({ ...before, ...change })),
    setRecipe: (change) => setFields((before) => ({ ...before, recipe: { ...before.recipe, ...change } })),
    counts,
    atField: (path) => words.atField(failure, path),
  }
  const save = async (): Promise<boolean> => {
    setPending('save')
    const outcome = await reached(verbs.change({ releaseId: draft.id, ...fields }))
    setPending(null)
    setFailure(outcome.ok ? null : outcome.failure)
    if (outcome.ok) setSaved(fields)
    return outcome.ok
  }
  const workOut = async () => {
    if (!isSaved && !(await save())) return
    setPending('preview')
    const outcome = await reached(verbs.preview({ releaseId: draft.id }))
    setPending(null)
    setFailure(outcome.ok ? null : outcome.failure)
    if (outcome.ok && outcome.value.jobId) setStartedJob(outcome.value.jobId)
    router.refresh()
  }
  const over = () => {
    setStartedJob(null)
    router.refresh()
  }
  if (atWork || draft.state === 'freezing')
    return (
      <>
        <Head slug={slug} title={saved.title} />
        <Card>{atWork && <JobProgress key={atWork} jobId={atWork} onOver={over} />}</Card>
      </>
    )
  const left = counts?.leftOut.reduce((sum, { items }) => sum + items, 0) ?? 0
  const print = isSaved ? draft.print : null
  return (
    <>
      <Head
        slug={slug}
        title={saved.title}
        actions={
          <ConfirmDialog
            trigger={<Button variant="plain">{t('compose.drop')}</Button>}
            title={t('compose.dropTitle')}
            body={t('compose.dropBody')}
            confirmLabel={t('compose.drop')}
            onConfirm={async () => {
              const outcome = await reached(verbs.drop({ releaseId: draft.id }))
              if (!outcome.ok) return setFailure(outcome.failure)
              toast(t('compose.dropped'))
              router.push(paths.studyReleases(slug))
            }}
          />
        }
      />
      {failure && (
        <Notice tone="danger" live>
          {words.sentence(failure)}
        </Notice>
      )}
      {draft.job?.state === 'failed' && draft.job.failure && (
        <Notice tone="danger">{t('study.failed', { why: words.sentence({ ...draft.job.failure, fields: [] }) })}</Notice>
      )}
      {draft.job?.state === 'cancelled' && <Notice>{t('study.cancelled')}</Notice>}
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <div className="grid min-w-0 gap-5">
          <Card title={t('compose.what')}>
            <ChoiceFields draft={draft} editing={editing} />
          </Card>
          <Card title={t('compose.how')}>
            <DivisionFields editing={editing} />
          </Card>
        </div>
        <Card title={t('compose.form')}>
          <WritingFields draft={draft} editing={editing} />
        </Card>
      </div>
      <div className="sticky bottom-0 z-10 -mx-4 flex flex-wrap items-center gap-3 border-t border-line bg-paper px-4 py-3 sm:-mx-6 sm:px-6">
        <WouldHold counts={counts} left={left} />
        <span className="text-sm text-ink-soft">{t(isSaved ? 'compose.saved' : 'compose.unsaved')}</span>
        <Button pending={pending === 'save'} blockedBecause={isSaved ? t('compose.saved') : undefined} onClick={() => void save()}>
          {t('compose.save')}
        </Button>
        <Button pending={pending === 'preview'} onClick={() => void workOut()}>
          {t(draft.preview ? 'preview.again' : 'preview.work')}
        </Button>
        <FreezeDialog
          releaseId={draft.id}
          title={saved.title}
          version={draft.preview?.release.version ?? ''}
          isPublic={saved.public}
          print={print}
          blockedBecause={print === null ? t('freeze.previewFirst') : draft.preview?.leakage.items === 0 ? t('freeze.empty') : undefined}
          freeze={verbs.freeze}
          onStarted={setStartedJob}
        />
      </div>
      {draft.preview ? (
        <DraftPreview slug={slug} releaseId={draft.id} facts={draft.preview} isOld={print === null} />
      ) : (
        <p className="text-ink-soft">{t('preview.note')}</p>
      )}
    </>
  )
}

function Head({ slug, title, actions }: { slug: string; title: string; actions?: ReactNode }) {
  const t = useTranslations('releases')
  return <PageHeader crumbs={[{ label: t('compose.crumb'), href: paths.studyReleases(slug) }, { label: title }]} title={title} actions={actions} />
}

function WouldHold({ counts, left }: { counts: Counts | null; left: number }) {
  const t = useTranslations('releases')
  const format = useFormatter()
  return (
    <div aria-live="polite" className="min-w-0 grow basis-64 text-sm">
      {counts ? (
        <>
          {t('compose.wouldHold', { items: counts.items, left })}{' '}
          <span className="text-ink-soft">{counts.leftOut.map(({ reason, items }) => `${t(`facts.reasons.${reason}`)} ${format.number(items)}`).join(' · ')}</span>
        </>
      ) : (
        t('compose.counting')
      )}
    </div>
  )
}
