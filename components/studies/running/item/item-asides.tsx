import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { MessageList, type MessageShown } from '../threads/message-list'

export type DeclineShown = { id: string; reason: string; note: string }

/** Why the item was passed on; by whom is not known here. */
export function DeclineList({ declines }: { declines: readonly DeclineShown[] }) {
  const t = useTranslations('items.history')
  return (
    <Card title={t('declines')}>
      <ul className="grid gap-1.5">
        {declines.map(({ id, reason, note }) => (
          <li key={id}>
            {t(`declineReasons.${reason as 'unreadable'}`)}
            {note && <span className="text-ink-soft">: {note}</span>}
          </li>
        ))}
      </ul>
    </Card>
  )
}

export type ThreadShown = { id: string; resolvedAt: Date | null; messages: MessageShown[] }

/** What was asked about the item, and answered. */
export function ItemQuestions({ threads, href }: { threads: readonly ThreadShown[]; href: string }) {
  const t = useTranslations('items.history')
  return (
    <Card title={t('questions')} actions={<Link href={href}>{t('toThreads')}</Link>}>
      <ul className="grid gap-5">
        {threads.map((thread) => (
          <li key={thread.id} className="grid gap-2">
            {thread.resolvedAt && (
              <Badge tone="good" className="justify-self-start">
                {t('resolved')}
              </Badge>
            )}
            <MessageList messages={thread.messages} />
          </li>
        ))}
      </ul>
    </Card>
  )
}
