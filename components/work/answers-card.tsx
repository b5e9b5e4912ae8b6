'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { RelativeTime } from '@/components/ui/relative-time'
import { AskDialog } from './ask-dialog'

export type UnreadAnswer = { itemId: string; studyName: string; /** Null: the item is no longer theirs to see. */ opening: string | null; body: string; at: Date }

/** What the admins have answered and the asker has not read; opening the thread is reading it. Nothing where nothing waits. */
export function AnswersCard({ answers }: { answers: readonly UnreadAnswer[] }) {
  const t = useTranslations('work.answers')
  const [open, setOpen] = useState<string | null>(null)
  const [read, setRead] = useState<readonly string[]>([])
  const unread = answers.filter(({ itemId }) => itemId === open || !read.includes(itemId))
  if (unread.length === 0) return null
  return (
    <Card title={t('title')} flush>
      <ul className="divide-y divide-line">
        {unread.map((answer) => (
          <li key={answer.itemId} className="flex flex-wrap items-center gap-x-6 gap-y-2 px-5 py-3">
            <div className="min-w-0 grow basis-60">
              <p dir="auto" className="line-clamp-1 font-serif">
                {answer.opening ?? t('itemGone')}
              </p>
              <p dir="auto" className="line-clamp-2 text-sm text-ink-soft">
                {answer.studyName} · <RelativeTime at={answer.at} /> · {answer.body}
              </p>
            </div>
            <Button onClick={() => setOpen(answer.itemId)} aria-label={t('readOf', { opening: answer.opening ?? answer.studyName })}>
              {t('read')}
            </Button>
          </li>
        ))}
      </ul>
      {open && (
        <AskDialog
          itemId={open}
          open
          onOpenChange={() => {
            setRead([...read, open])
            setOpen(null)
          }}
        />
      )}
    </Card>
  )
}
