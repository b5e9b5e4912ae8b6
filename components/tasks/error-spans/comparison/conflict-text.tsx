'use client'
import { BookOpen, Redo2, Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState, type Ref } from 'react'
import type { Mark } from '@/components/text/mark'
import { ReadingSizeButtons } from '@/components/text/reading-size-buttons'
import type { TextModel } from '@/components/text/text-model'
import { caretAt, type TextSelection } from '@/components/text/text-selection'
import { TextSurface, type TextSurfaceHandle } from '@/components/text/text-surface'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import type { Interval } from '@/lib/spans/interval'
import { LetterBadge } from '@/components/tasks/letter-badge'

/** The one text with all readings' marks on it. */
export function ConflictText({
  model,
  language,
  marks,
  letters,
  agreedCount,
  history,
  surface,
  onPick,
  onHeard,
  onGuideline,
}: {
  model: TextModel
  language: string | null
  marks: readonly Mark[]
  letters: readonly string[]
  agreedCount: number
  /** Null: nothing can be changed here. */
  history: { undo: () => void; redo: () => void; canUndo: boolean; canRedo: boolean } | null
  surface: Ref<TextSurfaceHandle>
  onPick: (markIds: readonly string[]) => void
  onHeard: (place: Interval, selection: TextSelection) => void
  onGuideline: () => void
}) {
  const t = useTranslations('comparison.text')
  const [selection, setSelection] = useState(() => caretAt(0))
  return (
    <section aria-labelledby="comparison-text" className="min-w-0">
      <header className="mb-3 flex flex-wrap items-center gap-x-1 gap-y-2">
        <h2 id="comparison-text" className="me-auto font-serif text-lg font-semibold">
          {t('heading')}
        </h2>
        {history && (
          <>
            <IconButton size="small" label={t('undo')} shortcut="mod+z" icon={<Undo2 size={17} aria-hidden />} disabled={!history.canUndo} onClick={history.undo} />
            <IconButton size="small" label={t('redo')} shortcut="mod+shift+z" icon={<Redo2 size={17} aria-hidden />} disabled={!history.canRedo} onClick={history.redo} />
          </>
        )}
        <ReadingSizeButtons />
        <Button size="small" icon={<BookOpen size={16} aria-hidden />} shortcut="shift+g" onClick={onGuideline}>
          {t('guideline')}
        </Button>
      </header>
      <div className="rounded-lg border border-line bg-surface px-5 py-6 shadow-card sm:px-9 sm:py-8">
        <TextSurface
          ref={surface}
          {...{ model, language, marks, selection, onPick, onHeard }}
          label={t('label')}
          instructions={t('instructions')}
          onSelect={(next) => setSelection(next)}
        />
      </div>
      <p className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft">
        <span className="inline-flex flex-wrap gap-1.5">
          {letters.map((letter) => (
            <LetterBadge key={letter} letter={letter} />
          ))}
        </span>
        {t('legend')}
        {agreedCount > 0 && (
          <span data-span-colour="slate">
            <span className="underline decoration-(--span-line) decoration-2 underline-offset-4 [text-decoration-style:var(--span-stroke)]">{t('agreed')}</span>
          </span>
        )}
      </p>
    </section>
  )
}
