'use client'
import { BookOpen, Redo2, Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Ref } from 'react'
import { ReadingSizeButtons } from '@/components/text/reading-size-buttons'
import { TextSurface, type TextSurfaceHandle } from '@/components/text/text-surface'
import type { Mark } from '@/components/text/mark'
import type { TextModel } from '@/components/text/text-model'
import type { TextSelection } from '@/components/text/text-selection'
import type { Interval } from '@/lib/spans/interval'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import type { Locale } from '@/lib/locale'
import type { ErrorType, Form } from '@/lib/tasks/error-spans/form'
import type { CommandKeys } from './command-keys'
import { TypeButtons } from './type-buttons'
import type { SpanEditing } from './use-span-editing'

/** The text and what stands round it: size, undo, the guideline, a word of help. */
export function TextPane({
  model,
  language,
  marks,
  form,
  locale,
  keys,
  editing,
  readOnly,
  history,
  surface,
  hint,
  onHeard,
  onPick,
  onType,
  onGuideline,
}: {
  model: TextModel
  language: string | null
  marks: readonly Mark[]
  form: Form
  locale: Locale
  keys: CommandKeys
  editing: SpanEditing
  readOnly: boolean
  history: { undo: () => void; redo: () => void; canUndo: boolean; canRedo: boolean }
  surface: Ref<TextSurfaceHandle>
  hint: string
  onHeard: (place: Interval, selection: TextSelection) => void
  onPick: (ids: readonly string[]) => void
  onType: (type: ErrorType) => void
  onGuideline: () => void
}) {
  const t = useTranslations('error-spans')
  return (
    <section aria-labelledby="error-spans-text" className="min-w-0">
      <header className="mb-3 flex flex-wrap items-center gap-x-1 gap-y-2">
        <h2 id="error-spans-text" className="me-auto font-serif text-lg font-semibold">
          {t('text.heading')}
        </h2>
        {!readOnly && (
          <>
            <IconButton size="small" label={t('text.undo')} shortcut="mod+z" icon={<Undo2 size={17} aria-hidden />} disabled={!history.canUndo} onClick={history.undo} />
            <IconButton size="small" label={t('text.redo')} shortcut="mod+shift+z" icon={<Redo2 size={17} aria-hidden />} disabled={!history.canRedo} onClick={history.redo} />
          </>
        )}
        <ReadingSizeButtons />
        <Button size="small" icon={<BookOpen size={16} aria-hidden />} shortcut={keys.guideline} onClick={onGuideline}>
          {t('guideline.open')}
        </Button>
      </header>
      <div className="rounded-lg border border-line bg-surface px-5 py-6 shadow-card sm:px-9 sm:py-8">
        <TextSurface
          ref={surface}
          model={model}
          language={language}
          marks={marks}
          label={readOnly ? t('text.labelReadOnly') : t('text.label')}
          instructions={readOnly ? t('text.instructionsReadOnly') : t('text.instructions')}
          selection={editing.selection}
          onSelect={editing.select}
          onPick={onPick}
          onHeard={onHeard}
          grips={readOnly ? undefined : { onDrag: editing.drag, onDrop: () => undefined }}
          tools={
            readOnly ? null : (
              <div role="toolbar" aria-label={t('tools.mark')} className="w-max max-w-full rounded-lg border border-line bg-surface p-2 shadow-float sm:max-w-[27rem]">
                <TypeButtons form={form} locale={locale} current={null} onChoose={onType} />
              </div>
            )
          }
        />
      </div>
      {!readOnly && <p className="mt-3 text-sm text-ink-soft pointer-coarse:hidden">{hint}</p>}
    </section>
  )
}
