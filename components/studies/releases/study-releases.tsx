'use client'
import { Package } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { JobProgress } from '@/components/work/job-progress'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Dialog } from '@/components/ui/dialog'
import { EmptyState } from '@/components/ui/empty-state'
import { Field } from '@/components/ui/field'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { TextInput } from '@/components/ui/text-input'
import { paths } from '@/lib/web/paths'
import { reached, type Failure, type Outcome } from '../setup/outcome'
import { useFailureWords } from '../setup/use-failure-words'

export type ReleaseOfStudy = {
  id: string
  version: string | null
  title: string
  state: 'draft' | 'freezing' | 'frozen'
  public: boolean
  createdAt: Date
  isWordedEarlier: boolean
  isWrittenEarlier: boolean
  frozenAt: Date | null
  items: number
  job: { id: string; kind: string; state: string; failure: { code: string; reason: string; values: Readonly<Record<string, string | number>> } | null } | null
}
type Verbs = {
  begin: (input: { study: string; title: string }) => Promise<Outcome<{ releaseId: string }>>
  rebuild: (input: { releaseId: string }) => Promise<Outcome<{ jobId: string }>>
}

/** A study's releases: what is being composed, what is frozen, and the way to the next one. */
export function StudyReleases({ slug, releases, closed, verbs }: { slug: string; releases: readonly ReleaseOfStudy[]; closed: number; verbs: Verbs }) {
  const t = useTranslations('releases')
  const begin = <BeginRelease slug={slug} blockedBecause={closed === 0 ? t('study.nothingClosed') : undefined} begin={verbs.begin} />
  return (
    <>
      <PageHeader title={t('study.title')} lede={t('study.lede')} actions={releases.length > 0 && begin} />
      {releases.length === 0 && (
        <EmptyState icon={<Package size={36} aria-hidden />} title={t('study.none')} body={t('study.noneBody', { closed })} action={begin} />
      )}
      <ul className="grid gap-4">
        {releases.map((release) => (
          <li key={release.id}>
            <ReleaseCard slug={slug} release={release} rebuild={verbs.rebuild} />
          </li>
        ))}
      </ul>
    </>
  )
}

function ReleaseCard({ slug, release, rebuild }: { slug: string; release: ReleaseOfStudy; rebuild: Verbs['rebuild'] }) {
  const t = useTranslations('releases')
  const format = useFormatter()
  const words = useFailureWords()
  const router = useRouter()
  const [jobId, setJobId] = useState<string | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const { job, state } = release
  const atWork = jobId ?? (job && (job.state === 'queued' || job.state === 'running') ? job.id : null)
  const href = state === 'frozen' ? paths.release(release.id) : paths.releaseDraft(slug, release.id)
  const start = async () => {
    const outcome = await reached(rebuild({ releaseId: release.id }))
    if (outcome.ok) setJobId(outcome.value.jobId)
    setFailure(outcome.ok ? null : outcome.failure)
  }
  return (
    <Card
      title={release.title}
      note={
        state === 'frozen' && release.frozenAt
          ? [t('items', { count: release.items }), t('frozenOn', { date: format.dateTime(release.frozenAt, { dateStyle: 'medium' }) })].join(' · ')
          : ''
      }
      actions={
        <>
          <Badge tone={state === 'frozen' ? 'accent' : state === 'freezing' ? 'warn' : 'neutral'}>
            {state === 'frozen' ? release.version : t(`study.${state}`)}
          </Badge>
          {state === 'frozen' && (
            <Button size="small" blockedBecause={atWork ? t('study.rebuilding') : undefined} title={t('study.rebuildNote')} onClick={() => void start()}>
              {t('study.rebuild')}
            </Button>
          )}
          <LinkButton size="small" href={href}>
            {t(state === 'frozen' ? 'study.openFrozen' : 'study.openDraft')}
            <span className="sr-only"> {release.title}</span>
          </LinkButton>
        </>
      }
    >
      {/* A sheet without news is its head alone. */}
      <div className="grid gap-3 empty:-mt-5">
        {failure && <Notice tone="danger">{words.sentence(failure)}</Notice>}
        {atWork ? (
          <JobProgress key={atWork} jobId={atWork} onOver={() => router.refresh()} />
        ) : job?.state === 'failed' && job.failure ? (
          <Notice tone="danger">{t('study.failed', { why: words.sentence({ ...job.failure, fields: [] }) })}</Notice>
        ) : job?.state === 'cancelled' && state === 'draft' ? (
          <Notice>{t('study.cancelled')}</Notice>
        ) : job?.kind === 'rebuild' && job.state === 'done' ? (
          <Notice tone="good">
            {t(release.isWrittenEarlier ? 'study.rebuiltWrittenEarlier' : release.isWordedEarlier ? 'study.rebuiltWordedEarlier' : 'study.rebuilt')}
          </Notice>
        ) : null}
      </div>
    </Card>
  )
}

function BeginRelease({ slug, blockedBecause, begin }: { slug: string; blockedBecause: string | undefined; begin: Verbs['begin'] }) {
  const t = useTranslations('releases.study')
  const words = useFailureWords()
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [title, setTitle] = useState('')
  const [pending, setPending] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const start = async () => {
    setPending(true)
    const outcome = await reached(begin({ study: slug, title }))
    setPending(false)
    setFailure(outcome.ok ? null : outcome.failure)
    if (outcome.ok) router.push(paths.releaseDraft(slug, outcome.value.releaseId))
  }
  return (
    <Dialog
      size="small"
      open={open}
      onOpenChange={(next) => setOpen(next && blockedBecause === undefined)}
      trigger={
        <Button variant="primary" blockedBecause={blockedBecause}>
          {t('new')}
        </Button>
      }
      title={t('new')}
      footer={
        <Button variant="primary" type="submit" form="begin-release" pending={pending}>
          {t('create')}
        </Button>
      }
    >
      <form
        id="begin-release"
        onSubmit={(event) => {
          event.preventDefault()
          void start()
        }}
      >
        <Field label={t('titleLabel')} required error={failure ? (words.atField(failure, 'title') ?? words.sentence(failure)) : undefined}>
          {(wires) => <TextInput {...wires} value={title} maxLength={200} onChange={(event) => setTitle(event.target.value)} />}
        </Field>
      </form>
    </Dialog>
  )
}
