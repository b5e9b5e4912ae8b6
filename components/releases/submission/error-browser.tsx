'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { taskOutcome } from '@/components/tasks/task-outcomes'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { Skeleton } from '@/components/ui/skeleton'
import { paths } from '@/lib/web/paths'

type Found = { total: number; next: number | null; items: { nth: number; id: string; mark: string; text: string; language: string | null; view: unknown }[] }

/** Marks by kind, present predictions and missing ones. */
const kinds = { elsewhere: '3', overCriticised: '1b', missed: '2c', right: '04', all: '' } as const
type Kind = keyof typeof kinds

/** Where a system went wrong, item by item. Asked for only by those who may have the split's labels. */
export function ErrorBrowser({ submissionId, task, match }: { submissionId: string; task: string; match: string }) {
  const t = useTranslations('board.errors')
  const [kind, setKind] = useState<Kind>('elsewhere')
  const [from, setFrom] = useState(0)
  const [found, setFound] = useState<Found | 'failed' | null>(null)
  const Outcome = taskOutcome(task)

  useEffect(() => {
    let current = true
    const href = paths.submissionErrors(submissionId, { match, marks: kinds[kind] || undefined, from: String(from) })
    void fetch(href)
      .then(async (response) => (response.ok ? ((await response.json()) as Found) : 'failed'))
      .catch(() => 'failed' as const)
      .then((answer) => current && setFound(answer))
    return () => {
      current = false
    }
  }, [submissionId, match, kind, from])

  const choose = (next: Kind) => {
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
      <SegmentedControl label={t('show')} labelHidden size="small" value={kind} onChange={choose} options={(Object.keys(kinds) as Kind[]).map((value) => ({ value, label: t(`kinds.${value}`) }))} />
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
                  {item.mark >= 'a' && <Badge tone="warn">{t('noPrediction')}</Badge>}
                </div>
                <Outcome text={item.text} language={item.language} view={item.view} />
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
