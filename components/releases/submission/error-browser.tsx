'use client'
import { useTranslations } from 'next-intl'
import { Suspense, useEffect, useState } from 'react'
import { taskContest } from '@/components/tasks/task-contests'
import { taskOutcome } from '@/components/tasks/task-outcomes'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { Skeleton } from '@/components/ui/skeleton'
import { paths } from '@/lib/web/paths'

type Found = { total: number; next: number | null; items: { nth: number; id: string; mark: string; text: string; language: string | null; view: unknown }[] }

/** Where a system went wrong, item by item. Asked for only by those who may have the split's labels. */
export function ErrorBrowser({ submissionId, task, match }: { submissionId: string; task: string; match: string }) {
  const t = useTranslations('board.errors')
  const { kinds, missing } = taskContest(task)
  const [kind, setKind] = useState(Object.keys(kinds)[0]!)
  const marks = kinds[kind] || undefined
  const [from, setFrom] = useState(0)
  const [found, setFound] = useState<Found | 'failed' | null>(null)
  const Outcome = taskOutcome(task)

  useEffect(() => {
    let current = true
    const href = paths.submissionErrors(submissionId, { match, marks, from: String(from) })
    void fetch(href)
      .then(async (response) => (response.ok ? ((await response.json()) as Found) : 'failed'))
      .catch(() => 'failed' as const)
      .then((answer) => current && setFound(answer))
    return () => {
      current = false
    }
  }, [submissionId, match, marks, from])

  const choose = (next: string) => {
    setFound(null)
    setFrom(0)
    setKind(next)
  }
  const go = (to: number) => {
    setFound(null)
    setFrom(to)
  }
  return (
    <div className="grid gap-4">
      <SegmentedControl label={t('show')} labelHidden size="small" value={kind} onChange={choose} options={Object.keys(kinds).map((value) => ({ value, label: t(`kinds.${value as 'all'}`) }))} />
      {found === null && <Skeleton className="h-40" />}
      {found === 'failed' && (
        <Notice tone="danger" live>
          {t('failed')}
        </Notice>
      )}
      {found !== null && found !== 'failed' && (
        <>
          <p role="status" className="text-sm text-ink-soft">
            {t('count', { count: found.total })}
          </p>
          <ol className="grid gap-6">
            {found.items.map((item) => (
              <li key={item.id} className="grid gap-2 border-t border-line pt-4">
                <div className="flex flex-wrap items-center gap-2">
                  <code className="text-sm">{item.id}</code>
                  {missing.includes(item.mark) && <Badge tone="warn">{t('noPrediction')}</Badge>}
                </div>
                <Suspense fallback={<Skeleton className="h-40" />}>
                  <Outcome text={item.text} language={item.language} view={item.view} />
                </Suspense>
              </li>
            ))}
          </ol>
          {(from > 0 || found.next !== null) && (
            <div className="flex gap-2">
              <Button size="small" disabled={from === 0} onClick={() => go(Math.max(0, from - 10))}>
                {t('previous')}
              </Button>
              <Button size="small" disabled={found.next === null} onClick={() => found.next !== null && go(found.next)}>
                {t('next')}
              </Button>
            </div>
          )}
        </>
      )}
    </div>
  )
}
