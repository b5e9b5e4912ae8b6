'use client'
import { Quote, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useRef, useState } from 'react'
import { textModel } from '@/components/text/text-model'
import { TextSurface, type TextSurfaceHandle } from '@/components/text/text-surface'
import { caretAt, isCaret, markablePlace, type TextSelection } from '@/components/text/text-selection'
import { Button } from '@/components/ui/button'
import type { Evidence } from '@/lib/tasks/rubric-scoring/judgment'

/** A response exactly as it was written, to take words from: select by mouse, finger or keys, Enter takes them, Escape leaves. */
export function EvidenceSurface({
  text,
  language,
  evidence,
  onQuote,
  onLeave,
}: {
  text: string
  language: string | null
  /** What was quoted already. */
  evidence: readonly Evidence[]
  onQuote: (place: Evidence) => void
  onLeave: () => void
}) {
  const t = useTranslations('rubric-scoring.evidence')
  const model = useMemo(() => textModel(text, language), [text, language])
  const [selection, setSelection] = useState<TextSelection>(() => caretAt(0))
  const [heard, setHeard] = useState('')
  const surface = useRef<TextSurfaceHandle>(null)
  useEffect(() => surface.current?.focus(), [])
  const take = () => {
    const place = markablePlace(model, selection)
    if (place) onQuote({ ...place, quote: model.points.slice(place.start, place.end) })
  }
  return (
    <div
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return
        if (event.ctrlKey || event.metaKey || event.target instanceof HTMLButtonElement) return
        event.preventDefault()
        event.stopPropagation()
        if (event.key === 'Escape') onLeave()
        else take()
      }}
    >
      <div className="mb-3 flex flex-wrap items-center gap-2 rounded-md bg-accent-soft px-3 py-2 text-sm">
        <p className="me-auto">{t('how')}</p>
        <Button size="small" variant="primary" icon={<Quote size={15} aria-hidden />} shortcut="enter" disabled={isCaret(selection)} onClick={take}>
          {t('take')}
        </Button>
        <Button size="small" icon={<X size={15} aria-hidden />} shortcut="escape" onClick={onLeave}>
          {t('leave')}
        </Button>
      </div>
      <TextSurface
        ref={surface}
        model={model}
        language={language}
        marks={evidence.map(({ start, end }) => ({ id: `${start} ${end}`, start, end, colour: 'rose', label: '' }))}
        label={t('surface')}
        instructions={t('instructions')}
        selection={selection}
        onSelect={setSelection}
        onPick={() => undefined}
        onHeard={({ start, end }) => setHeard(model.points.slice(start, end))}
        tools={
          <div className="rounded-lg border border-line bg-surface p-1.5 shadow-float">
            <Button size="small" variant="primary" icon={<Quote size={15} aria-hidden />} onClick={take}>
              {t('take')}
            </Button>
          </div>
        }
      />
      <p role="status" className="sr-only">
        {heard}
      </p>
    </div>
  )
}
