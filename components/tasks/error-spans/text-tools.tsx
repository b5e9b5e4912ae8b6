'use client'
import { BookOpen, Redo2, Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { ReadingSizeButtons } from '@/components/text/reading-size-buttons'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'

/** Above the text: undo, size, guideline. Painted again only when one of them changes, not with every move of the caret. */
export const TextTools = memo(function TextTools({
  canUndo,
  canRedo,
  onTravel,
  onGuideline,
  guidelineKey,
  readOnly,
}: {
  canUndo: boolean
  canRedo: boolean
  onTravel: (way: 'undo' | 'redo') => void
  onGuideline: () => void
  guidelineKey: string
  readOnly: boolean
}) {
  const t = useTranslations('error-spans')
  return (
    <>
      {!readOnly && (
        <>
          <IconButton
            size="small"
            label={t('text.undo')}
            shortcut="mod+z"
            icon={<Undo2 size={17} aria-hidden />}
            disabled={!canUndo}
            onClick={() => onTravel('undo')}
          />
          <IconButton
            size="small"
            label={t('text.redo')}
            shortcut="mod+shift+z"
            icon={<Redo2 size={17} aria-hidden />}
            disabled={!canRedo}
            onClick={() => onTravel('redo')}
          />
        </>
      )}
      <ReadingSizeButtons />
      <Button size="small" icon={<BookOpen size={16} aria-hidden />} shortcut={guidelineKey} onClick={onGuideline}>
        {t('guideline.open')}
      </Button>
    </>
  )
})
