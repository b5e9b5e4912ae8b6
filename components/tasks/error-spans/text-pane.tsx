'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode, Ref } from 'react'
import { TextSurface, type TextSurfaceHandle } from '@/components/text/text-surface'
import type { Mark } from '@/components/text/mark'
import type { TextModel } from '@/components/text/text-model'
import type { TextSelection } from '@/components/text/text-selection'
import type { Interval } from '@/lib/spans/interval'
import type { Locale } from '@/lib/locale'
import type { ErrorType, Form } from '@/lib/tasks/error-spans/form'
import { TypeButtons } from './type-buttons'
import type { SpanEditing } from './use-span-editing'

/** The text and what stands round it: size, undo, the guideline, a word of help. */
export function TextPane({
  model,
  language,
  marks,
  form,
  locale,
  editing,
  readOnly,
  tools,
  surface,
  hint,
  onHeard,
  onPick,
  onType,
}: {
  model: TextModel
  language: string | null
  marks: readonly Mark[]
  form: Form
  locale: Locale
  editing: SpanEditing
  readOnly: boolean
  /** Above the text, beside its heading. */
  tools: ReactNode
  surface: Ref<TextSurfaceHandle>
  hint: string
  onHeard: (place: Interval, selection: TextSelection) => void
  onPick: (ids: readonly string[]) => void
  onType: (type: ErrorType) => void
}) {
  const t = useTranslations('error-spans')
  return (
    <section aria-labelledby="error-spans-text" className="min-w-0">
      <header className="mb-3 flex flex-wrap items-center gap-x-1 gap-y-2">
        <h2 id="error-spans-text" className="me-auto font-serif text-lg font-semibold">
          {t('text.heading')}
        </h2>
        {tools}
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
              <div
                role="toolbar"
                aria-label={t('tools.mark')}
                className="w-max max-w-full rounded-lg border border-line bg-surface p-2 shadow-float sm:max-w-[27rem] pointer-coarse:max-h-[45dvh] pointer-coarse:overflow-y-auto pointer-coarse:overscroll-contain"
              >
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
