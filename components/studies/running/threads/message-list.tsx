import clsx from 'clsx'
import { useTranslations } from 'next-intl'
import { AbsoluteTime } from '@/components/ui/absolute-time'

export type MessageShown = { id: string; fromAdmin: boolean; body: string; at: Date }

/** A conversation between someone who stays unknown and the admins. */
export function MessageList({ messages }: { messages: readonly MessageShown[] }) {
  const t = useTranslations('running.threads')
  return (
    <ol className="grid gap-2">
      {messages.map((message) => (
        <li
          key={message.id}
          className={clsx('rounded-md px-3 py-2', message.fromAdmin ? 'ms-6 bg-accent-soft' : 'me-6 bg-sunken')}
        >
          <p className="text-sm text-ink-soft">
            {t(message.fromAdmin ? 'admins' : 'asker')}, <AbsoluteTime at={message.at} />
          </p>
          <p dir="auto" className="break-words whitespace-pre-wrap">
            {message.body}
          </p>
        </li>
      ))}
    </ol>
  )
}
