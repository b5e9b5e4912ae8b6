'use client'
import { useFormatter, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { ProgressBar } from '@/components/ui/progress-bar'

const askEveryMs = 1_000

/** How far a file is: bytes that have left this computer, rows that have arrived. */
export function UploadProgress({ href, sent, size, onStop }: { href: string; sent: number; size: number; onStop: () => void }) {
  const t = useTranslations('import.progress')
  const format = useFormatter()
  const [rows, setRows] = useState(0)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    let watching = true
    const ask = async () => {
      try {
        const response = await fetch(href)
        if (response.ok) setRows(((await response.json()) as { rows: number }).rows)
      } catch {
        // The upload itself says when the connection is gone.
      }
      // One question at a time: a busy server is not asked faster than it answers.
      if (watching) timer = setTimeout(() => void ask(), askEveryMs)
    }
    timer = setTimeout(() => void ask(), askEveryMs)
    return () => {
      watching = false
      clearTimeout(timer)
    }
  }, [href])
  const megabytes = (bytes: number) => format.number(bytes / 1_000_000, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 })
  const arrived = sent >= size
  return (
    <Card>
      <div className="grid gap-3">
        <ProgressBar label={t(arrived ? 'checking' : 'sending')} value={sent} max={size} note={t('bytes', { sent: megabytes(sent), size: megabytes(size) })} />
        <p role="status" className="text-sm text-ink-soft tabular-nums">
          {t('rows', { rows })}
        </p>
        <div>
          <Button onClick={onStop}>{t('stop')}</Button>
        </div>
      </div>
    </Card>
  )
}
