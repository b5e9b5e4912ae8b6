'use client'
import { useTranslations } from 'next-intl'
import { toast } from '@/components/ui/toast'
import { useOutbox } from './use-outbox'
import { useRefusalSentence } from './use-refusal-sentence'
import { WorkNotices } from './work-notices'

/** On every signed-in page: what was handed in and has not arrived is sent from here, and spoken of where the page itself does not. */
export function WaitingWork({ personId }: { personId: string }) {
  const t = useTranslations('work.waiting')
  const refusal = useRefusalSentence()
  const { waiting } = useOutbox(personId, 'frame', {
    onTaken: ({ clientId }) => toast(t('taken'), { tone: 'good', id: clientId }),
    onRefused: ({ clientId }, failure) => toast(`${t('refused')} ${refusal(failure)}`, { tone: 'danger', id: clientId, durationMs: Infinity }),
  })
  if (waiting.attended) return null
  return <WorkNotices waiting={waiting.count > 0 ? t(waiting.unkept ? 'unkept' : 'kept', { count: waiting.count }) : null} />
}
