'use client'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import type { KeptPiece } from './kept-pieces'
import { keptText } from './kept-text'

const fetchedWithinMs = 60_000

/** The piece as text, to take along. Made here: it needs no network. */
export function CopyAndDownload({ piece, body }: { piece: KeptPiece; body: unknown }) {
  const t = useTranslations('kept')
  const text = keptText({ study: piece.study, item: piece.opening, lastWritten: piece.at, why: t(`why.${piece.why}`), work: body })
  // Not there on a plain-http address; the file is.
  const copies = typeof navigator !== 'undefined' && 'clipboard' in navigator
  const copy = () => navigator.clipboard.writeText(text).then(() => toast(t('copied'), { tone: 'good' }), () => toast(t('notCopied'), { tone: 'danger' })) // prettier-ignore
  const download = () => {
    const href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
    Object.assign(document.createElement('a'), { href, download: `kept-${piece.itemId.slice(0, 8)}.json` }).click()
    setTimeout(() => URL.revokeObjectURL(href), fetchedWithinMs)
  }
  return (
    <>
      {copies && <Button onClick={() => void copy()}>{t('copy')}</Button>}
      <Button onClick={download}>{t('download')}</Button>
    </>
  )
}
