'use client'
import { Layers, Pencil, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { SpanTag } from '@/components/ui/span-tag'
import type { Locale } from '@/lib/locale'
import type { ErrorType } from '@/lib/tasks/error-spans/form'
import type { Span } from '@/lib/tasks/error-spans/judgment'

/** On a narrow screen the card is far below the text: this stands in for it at the foot of the screen. */
export function ActiveBar({
  span,
  type,
  locale,
  overlapping,
  onEdit,
  onNext,
  onRemove,
}: {
  span: Span
  type: ErrorType | undefined
  locale: Locale
  overlapping: boolean
  onEdit: () => void
  onNext: () => void
  onRemove: () => void
}) {
  const t = useTranslations('error-spans')
  return (
    <div
      role="toolbar"
      aria-label={t('tools.active')}
      className="float-in fixed inset-x-2 bottom-2 z-20 flex items-center gap-2 rounded-lg border border-line bg-surface p-2 shadow-float [[data-panel]:focus-within~&]:hidden"
    >
      <div className="min-w-0 grow truncate">
        {type && (
          <SpanTag colour={type.colour} shortcut={type.key}>
            {type.name[locale]}
          </SpanTag>
        )}
        <span className="ms-2 text-sm text-ink-soft">{span.correction}</span>
      </div>
      {overlapping && <IconButton label={t('span.next')} icon={<Layers aria-hidden size={18} />} onClick={onNext} />}
      <IconButton label={t('span.remove')} icon={<Trash2 aria-hidden size={18} />} onClick={onRemove} />
      <Button variant="primary" icon={<Pencil aria-hidden size={16} />} onClick={onEdit}>
        {t('span.edit')}
      </Button>
    </div>
  )
}
