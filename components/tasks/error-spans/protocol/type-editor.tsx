'use client'
import { ChevronDown, ChevronUp, GripVertical, Trash2 } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useId, type KeyboardEvent } from 'react'
import { Badge } from '@/components/ui/badge'
import { Field } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import { SpanTag } from '@/components/ui/span-tag'
import { TextInput } from '@/components/ui/text-input'
import type { ErrorType } from '@/lib/tasks/error-spans/form'
import { ColourField } from './colour-field'
import { LocalisedFields } from '@/components/protocol/localised-fields'

export type TypeVerbs = {
  change: (change: Partial<ErrorType>) => void
  remove: () => void
  toggle: () => void
  /** Null at the taxonomy's edge. */
  up: (() => void) | null
  down: (() => void) | null
  drag: { onDragStart: () => void; onDragEnd: () => void }
}

/** One error type: a line that opens to its fields. Alt and an arrow key move it; so do its buttons and the mouse. */
export function TypeEditor({
  type,
  open,
  verbs,
  problemAt,
  wrong,
}: {
  type: ErrorType
  open: boolean
  verbs: TypeVerbs
  /** What is wrong with a field of this type. */
  problemAt: (field: string) => string | undefined
  wrong: boolean
}) {
  const t = useTranslations('protocol')
  const locale = useLocale()
  const id = useId()
  const name = type.name[locale] || t('type.unnamed')
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    ;(event.key === 'ArrowUp' ? verbs.up : verbs.down)?.()
  }
  return (
    <div className="rounded-md border border-line bg-surface">
      <div className="flex items-center gap-1 p-1.5" onKeyDown={onKeyDown}>
        <span draggable {...verbs.drag} aria-hidden title={t('type.drag')} className="cursor-grab p-1 text-ink-faint max-sm:hidden">
          <GripVertical size={16} />
        </span>
        <button
          type="button"
          id={`${id}-head`}
          data-type-code={type.code}
          aria-expanded={open}
          aria-controls={`${id}-body`}
          onClick={verbs.toggle}
          className="flex min-h-8 min-w-0 grow flex-wrap items-center gap-x-2 gap-y-1 rounded-sm px-1 text-start"
        >
          <SpanTag colour={type.colour} shortcut={type.key}>
            {name}
          </SpanTag>
          <span className="font-mono text-xs text-ink-faint">{type.code}</span>
          {wrong && <Badge tone="danger">{t('type.incomplete')}</Badge>}
        </button>
        <IconButton size="small" label={t('type.up', { name })} icon={<ChevronUp size={16} aria-hidden />} disabled={!verbs.up} onClick={() => verbs.up?.()} />
        <IconButton size="small" label={t('type.down', { name })} icon={<ChevronDown size={16} aria-hidden />} disabled={!verbs.down} onClick={() => verbs.down?.()} />
        <IconButton size="small" label={t('type.remove', { name })} icon={<Trash2 size={16} aria-hidden />} onClick={verbs.remove} />
      </div>
      {open && (
        <div id={`${id}-body`} className="grid gap-4 border-t border-line p-4">
          <LocalisedFields label={t('type.name')} value={type.name} onChange={(value) => verbs.change({ name: value })} error={problemAt('name')} />
          <LocalisedFields label={t('type.definition')} lines={2} optional value={type.definition} onChange={(definition) => verbs.change({ definition })} />
          <LocalisedFields label={t('type.example')} lines={2} optional value={type.example} onChange={(example) => verbs.change({ example })} />
          <div className="flex flex-wrap gap-x-6 gap-y-4">
            <Field label={t('type.key')} hint={t('type.keyHint')} error={problemAt('key')} className="w-44">
              {(wires) => (
                <TextInput
                  {...wires}
                  value={type.key}
                  maxLength={2}
                  className="text-center uppercase"
                  onChange={(event) => verbs.change({ key: [...event.target.value.trim()].at(-1)?.toLowerCase() ?? '' })}
                />
              )}
            </Field>
            <Field label={t('type.code')} hint={t('type.codeHint')} error={problemAt('code')} className="w-64">
              {(wires) => <TextInput {...wires} value={type.code} maxLength={80} onChange={(event) => verbs.change({ code: event.target.value })} />}
            </Field>
            <ColourField name={`${id}-colour`} value={type.colour} onChange={(colour) => verbs.change({ colour })} />
          </div>
        </div>
      )}
    </div>
  )
}
