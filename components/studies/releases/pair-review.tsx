'use client'
import { CopyCheck } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { splitNames, type SplitName } from '@/lib/releases/split-rule'
import { paths } from '@/lib/web/paths'
import { reached, type Failure, type Outcome } from '../setup/outcome'
import { useFailureWords } from '../setup/use-failure-words'

type Pair = { a: string; b: string; similarity: number | null; splits: [string, string]; texts: [string, string]; isDuplicate: boolean }
type Judge = (judged: { releaseId: string; a: string; b: string; isDuplicate: boolean }) => Promise<Outcome<unknown>>

/** Texts that are nearly the same, two by two, and a person's word on each pair. */
export function PairReview({
  slug,
  releaseId,
  title,
  pairs,
  total,
  page,
  pages,
  threshold,
  isPreviewed,
  isDraft,
  judge,
}: {
  slug: string
  releaseId: string
  title: string
  pairs: readonly Pair[]
  total: number
  page: number
  pages: number
  threshold: number
  isPreviewed: boolean
  isDraft: boolean
  judge: Judge
}) {
  const t = useTranslations('releases')
  const format = useFormatter()
  const words = useFailureWords()
  const [failure, setFailure] = useState<Failure | null>(null)
  return (
    <>
      <PageHeader
        crumbs={[
          { label: t('compose.crumb'), href: paths.studyReleases(slug) },
          { label: title, href: paths.releaseDraft(slug, releaseId) },
          { label: t('pairs.title') },
        ]}
        title={t('pairs.title')}
        lede={`${t('pairs.lede', { threshold: format.number(threshold, { style: 'percent' }) })} ${t('pairs.next')}`}
      />
      {failure && (
        <Notice tone="danger" live>
          {words.sentence(failure)}
        </Notice>
      )}
      {total === 0 && (
        <EmptyState
          icon={<CopyCheck size={36} aria-hidden />}
          title={t('pairs.none')}
          body={t(isPreviewed ? 'pairs.noneBody' : 'pairs.notPreviewed')}
          action={<LinkButton href={paths.releaseDraft(slug, releaseId)}>{t('pairs.back', { title })}</LinkButton>}
        />
      )}
      <ul className="grid gap-4">
        {pairs.map((pair) => (
          <li key={`${pair.a} ${pair.b}`}>
            <PairCard releaseId={releaseId} pair={pair} judge={judge} onFailure={setFailure} isDraft={isDraft} />
          </li>
        ))}
      </ul>
      {pages > 1 && (
        <nav aria-label={t('pairs.page', { page, pages })} className="flex items-center gap-3">
          {page > 1 && <LinkButton href={paths.nearDuplicates(slug, releaseId, page - 1)}>{t('pairs.earlier')}</LinkButton>}
          <span className="text-sm text-ink-soft">{t('pairs.page', { page, pages })}</span>
          {page < pages && <LinkButton href={paths.nearDuplicates(slug, releaseId, page + 1)}>{t('pairs.later')}</LinkButton>}
        </nav>
      )}
    </>
  )
}

function PairCard({ releaseId, pair, judge, onFailure, isDraft }: { releaseId: string; pair: Pair; judge: Judge; onFailure: (failure: Failure | null) => void; isDraft: boolean }) {
  const t = useTranslations('releases')
  const format = useFormatter()
  const router = useRouter()
  const [isDuplicate, setIsDuplicate] = useState(pair.isDuplicate)
  const decide = async (next: boolean) => {
    setIsDuplicate(next)
    const outcome = await reached(judge({ releaseId, a: pair.a, b: pair.b, isDuplicate: next }))
    onFailure(outcome.ok ? null : outcome.failure)
    if (outcome.ok) router.refresh()
    else setIsDuplicate(!next)
  }
  const splits = [...new Set(pair.splits)].filter((name): name is SplitName => splitNames.includes(name as SplitName))
  return (
    <Card>
      <div className="grid gap-3">
        <div className="flex flex-wrap items-center gap-3">
          <Badge tone={isDuplicate ? 'warn' : 'neutral'}>
            {pair.similarity === null ? t('pairs.dismissed') : t('pairs.similarity', { similarity: format.number(Math.floor(pair.similarity * 1000) / 1000, { style: 'percent', maximumFractionDigits: 1 }) })}
          </Badge>
          {splits.map((name) => (
            <Badge key={name}>{t(`splits.${name}`)}</Badge>
          ))}
          {isDraft && (
            <SegmentedControl
              className="ms-auto"
              label={`${pair.a}, ${pair.b}`}
              labelHidden
              size="small"
              value={isDuplicate ? 'yes' : 'no'}
              onChange={(value) => void decide(value === 'yes')}
              options={[
                { value: 'yes', label: t('pairs.duplicate') },
                { value: 'no', label: t('pairs.notDuplicate') },
              ]}
            />
          )}
        </div>
        <div className="grid gap-4 md:grid-cols-2">
          {([pair.a, pair.b] as const).map((id, side) => (
            <div key={id} className="grid min-w-0 content-start gap-1.5">
              <h2 className="font-mono text-sm text-ink-soft">{id}</h2>
              <div tabIndex={0} role="region" aria-label={id} className="max-h-72 overflow-y-auto rounded-md border border-line bg-sunken p-3 text-base whitespace-pre-wrap">
                {pair.texts[side]}
              </div>
            </div>
          ))}
        </div>
      </div>
    </Card>
  )
}
