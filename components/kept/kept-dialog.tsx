'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { AskDialog } from '@/components/work/ask-dialog'
import { send } from '@/components/work/send'
import { useRefusalSentence } from '@/components/work/use-refusal-sentence'
import { paths } from '@/lib/web/paths'
import { CopyAndDownload } from './copy-and-download'
import { KeptContent } from './kept-content'
import type { KeptPiece } from './kept-pieces'

/** One piece: what it says, and all that can still be done with it. */
export function KeptDialog({ piece, onClose, onRemove }: { piece: KeptPiece; onClose: () => void; onRemove: () => Promise<boolean> }) {
  const t = useTranslations('kept')
  const refusal = useRefusalSentence()
  const offline = useTranslations('refusals')('offline')
  const router = useRouter()
  const [asking, setAsking] = useState(false)
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [body, setBody] = useState<{ is: unknown } | null>(piece.left && { is: piece.left.body })
  const { itemId, place, left } = piece

  useEffect(() => {
    if (left) return
    let here = true
    const read = async () => {
      const answer = await send<{ body: unknown }>('GET', `/api/work/kept/${itemId}`)
      if (!here) return
      if (answer.kind === 'ok') setBody({ is: answer.value.body })
      else setProblem(answer.kind === 'refused' ? refusal(answer.failure) : offline)
    }
    void read()
    return () => {
      here = false
    }
    // The sentences are the same at every look.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [left, itemId])

  const resume = async () => {
    setPending(true)
    const answer = await send<{ kind: 'seat' | 'adjudication'; id: string }>('POST', `/api/work/kept/${itemId}/resume`, { place })
    setPending(false)
    if (answer.kind === 'ok') router.push(answer.value.kind === 'seat' ? paths.reading(answer.value.id) : paths.dispute(answer.value.id))
    else setProblem(answer.kind === 'refused' ? refusal(answer.failure) : offline)
  }

  return (
    <>
      <Dialog
        open
        onOpenChange={onClose}
        size="large"
        title={piece.study ?? t('studyUnknown')}
        description={t(`why.${piece.why}`)}
        footer={
          <>
            <ConfirmDialog
              trigger={<Button variant="danger">{t('delete')}</Button>}
              title={t('deleteTitle')}
              body={t('deleteBody')}
              confirmLabel={t('delete')}
              onConfirm={async () => {
                if (await onRemove()) onClose()
                else setProblem(t('notDeleted'))
              }}
            />
            {piece.asks && <Button onClick={() => setAsking(true)}>{t('ask')}</Button>}
            {body && <CopyAndDownload piece={piece} body={body.is} />}
            {piece.again && (
              <Button variant="primary" pending={pending} onClick={() => void resume()}>
                {t('resume')}
              </Button>
            )}
          </>
        }
      >
        {problem && (
          <Notice tone="warn" live className="mb-3">
            {problem}
          </Notice>
        )}
        {body && <KeptContent piece={piece} body={body.is} />}
      </Dialog>
      {asking && <AskDialog itemId={itemId} open onOpenChange={setAsking} />}
    </>
  )
}
