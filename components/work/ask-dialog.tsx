'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { RelativeTime } from '@/components/ui/relative-time'
import { TextArea } from '@/components/ui/text-area'
import { send } from './send'
import { useRefusalSentence } from './use-refusal-sentence'

type Messages = { messages: { id: string; fromAdmin: boolean; body: string; at: string }[] }

/** "Ask the admins" about the item at hand; they are not told who asks. */
export function AskDialog({
  itemId,
  open,
  onOpenChange,
}: {
  itemId: string
  open: boolean
  onOpenChange: (open: boolean) => void
}) {
  const t = useTranslations('work.ask')
  const refusal = useRefusalSentence()
  const offline = useTranslations('refusals')('offline')
  const [thread, setThread] = useState<Messages['messages']>([])
  const [body, setBody] = useState('')
  const [problem, setProblem] = useState<string>()
  const [pending, setPending] = useState(false)
  const url = `/api/work/threads/${itemId}`

  useEffect(() => {
    if (!open) return
    const read = async () => {
      const answer = await send<Messages>('GET', url)
      if (answer.kind === 'ok') setThread(answer.value.messages)
      else setProblem(answer.kind === 'refused' ? refusal(answer.failure) : offline)
    }
    void read()
    // The sentences are the same at every look.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [open, url])

  const ask = async () => {
    setPending(true)
    const answer = await send<Messages>('POST', url, { body })
    setPending(false)
    if (answer.kind === 'ok') {
      setThread(answer.value.messages)
      setBody('')
      setProblem(undefined)
    } else setProblem(answer.kind === 'refused' ? refusal(answer.failure) : offline)
  }

  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('title')}
      description={t('body')}
      footer={
        <Button variant="primary" pending={pending} disabled={!body.trim()} onClick={() => void ask()}>
          {t('send')}
        </Button>
      }
    >
      {thread.length > 0 && (
        <ol className="mb-4 grid gap-2">
          {thread.map((message) => (
            <li
              key={message.id}
              className={`rounded-md border border-line px-3 py-2 ${message.fromAdmin ? 'bg-accent-soft' : 'bg-paper'}`}
            >
              <p className="text-sm text-ink-soft">
                {t(message.fromAdmin ? 'admins' : 'you')} · <RelativeTime at={message.at} />
              </p>
              <p className="whitespace-pre-wrap">{message.body}</p>
            </li>
          ))}
        </ol>
      )}
      <Field label={t('question')} {...(problem ? { error: problem } : {})}>
        {(wires) => (
          <TextArea
            {...wires}
            rows={4}
            value={body}
            maxLength={5000}
            onChange={(event) => setBody(event.target.value)}
          />
        )}
      </Field>
    </Dialog>
  )
}
