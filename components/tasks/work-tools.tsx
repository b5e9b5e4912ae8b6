'use client'
import { BookOpen, Redo2, Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { useShortcut } from '@/components/ui/use-shortcut'

/** Undo, redo and the guideline, by button and by key. A field keeps its own undo while somebody types in it. */
export function WorkTools({
  history,
  onGuideline,
}: {
  /** Null where nothing can be changed. */
  history: { undo: () => void; redo: () => void; canUndo: boolean; canRedo: boolean } | null
  onGuideline: () => void
}) {
  const t = useTranslations('conversation')
  const own = { enabled: history !== null, leavesFields: true }
  useShortcut('mod+z', () => history?.undo(), own)
  useShortcut('mod+shift+z', () => history?.redo(), own)
  useShortcut('mod+y', () => history?.redo(), own)
  useShortcut('g', onGuideline)
  return (
    <>
      {history && (
        <>
          <IconButton size="small" label={t('undo')} shortcut="mod+z" icon={<Undo2 size={17} aria-hidden />} disabled={!history.canUndo} onClick={history.undo} />
          <IconButton size="small" label={t('redo')} shortcut="mod+shift+z" icon={<Redo2 size={17} aria-hidden />} disabled={!history.canRedo} onClick={history.redo} />
        </>
      )}
      <Button size="small" icon={<BookOpen size={16} aria-hidden />} shortcut="g" onClick={onGuideline}>
        {t('openGuideline')}
      </Button>
    </>
  )
}
