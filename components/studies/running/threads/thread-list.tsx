'use client'
import { MessageCircleQuestionMark } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { TextArea } from '@/components/ui/text-area'
import { toast } from '@/components/ui/toast'
import { paths } from '@/lib/web/paths'
import { reached, type Failure, type Outcome } from '../../setup/outcome'
import { useFailureWords } from '../../setup/use-failure-words'
import { MessageList, type MessageShown } from './message-list'

export type QuestionShown = {
  id: string
  itemId: string
  externalId: string
  opening: string
  language: string | null
  resolvedAt: Date | null
  messages: MessageShown[]
}
export type AnswerThread = (answer: { threadId: string; body?: string; resolved: boolean }) => Promise<Outcome<unknown>>

/** Questions about items, each with its answer below. Nobody here learns who asks. */
export function ThreadList({
  slug,
  threads,
  show,
  answer,
}: {
  slug: string
  threads: readonly QuestionShown[]
  show: 'open' | 'resolved'
  answer: AnswerThread
}) {
  const t = useTranslations('running.threads')
  if (threads.length === 0)
    return (
      <EmptyState
        icon={<MessageCircleQuestionMark size={36} aria-hidden />}
        title={t(show === 'open' ? 'none' : 'noneResolved')}
        body={t('noneBody')}
      />
    )
  return (
    <ul className="grid gap-5">
      {threads.map((thread) => (
        <li key={thread.id}>
          <Card title={<Link href={paths.item(slug, thread.itemId)}>{t('item', { id: thread.externalId })}</Link>}>
            <div className="grid gap-4">
              <p lang={thread.language ?? undefined} dir="auto" className="line-clamp-2 font-serif text-ink-soft">
                {thread.opening}
              </p>
              <MessageList messages={thread.messages} />
              <AnswerForm thread={thread} answer={answer} />
            </div>
          </Card>
        </li>
      ))}
    </ul>
  )
}

function AnswerForm({ thread, answer }: { thread: QuestionShown; answer: AnswerThread }) {
  const t = useTranslations('running.threads')
  const words = useFailureWords()
  const router = useRouter()
  const [body, setBody] = useState('')
  const [pending, setPending] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const said = body.trim()
  const give = async (resolved: boolean, done: string) => {
    setPending(true)
    const outcome = await reached(answer({ threadId: thread.id, resolved, ...(said ? { body: said } : {}) }))
    setPending(false)
    setFailure(outcome.ok ? null : outcome.failure)
    if (!outcome.ok) return
    setBody('')
    toast(done, { tone: 'good' })
    router.refresh()
  }
  if (thread.resolvedAt)
    return (
      <Button className="justify-self-start" pending={pending} onClick={() => void give(false, t('again'))}>
        {t('reopen')}
      </Button>
    )
  return (
    <div className="grid gap-2">
      <Field label={t('answer')}>
        {(wires) => (
          <TextArea
            {...wires}
            rows={2}
            value={body}
            maxLength={5_000}
            onChange={(event) => setBody(event.target.value)}
          />
        )}
      </Field>
      {failure && (
        <Notice tone="danger" live>
          {words.sentence(failure)}
        </Notice>
      )}
      <div className="flex flex-wrap gap-2">
        {said ? (
          <>
            <Button variant="primary" pending={pending} onClick={() => void give(true, t('sent'))}>
              {t('sendAndResolve')}
            </Button>
            <Button pending={pending} onClick={() => void give(false, t('sent'))}>
              {t('send')}
            </Button>
          </>
        ) : (
          <Button pending={pending} onClick={() => void give(true, t('done'))}>
            {t(thread.messages.some(({ fromAdmin }) => fromAdmin) ? 'resolveAnswered' : 'resolve')}
          </Button>
        )}
      </div>
    </div>
  )
}
