'use client'
import clsx from 'clsx'
import { FileUp } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { useId, useState, type DragEvent, type ReactNode } from 'react'

const accepts = (file: File, accept: string | undefined) =>
  !accept ||
  accept.split(',').some((rule) => {
    const kind = rule.trim().toLowerCase()
    return kind.startsWith('.')
      ? file.name.toLowerCase().endsWith(kind)
      : kind.endsWith('/*')
        ? file.type.startsWith(kind.slice(0, -1))
        : file.type === kind
  })

/** A file, dropped or chosen. Checks kind and size before handing it on; what is inside is the server's to judge. */
export function FileDrop({
  label,
  hint,
  accept,
  maxBytes,
  multiple = false,
  disabled = false,
  onFiles,
  className,
}: {
  label: ReactNode
  hint?: ReactNode
  /** As the `accept` attribute: '.jsonl,.csv,text/plain'. */
  accept?: string
  maxBytes?: number
  multiple?: boolean
  disabled?: boolean
  onFiles: (files: File[]) => void
  className?: string
}) {
  const t = useTranslations('common.file')
  const format = useFormatter()
  const id = useId()
  const [over, setOver] = useState(false)
  const [problem, setProblem] = useState<string>()

  const take = (list: FileList | null) => {
    const files = [...(list ?? [])]
    if (files.length === 0) return
    const wrong = files.find((file) => !accepts(file, accept))
    const large = maxBytes === undefined ? undefined : files.find((file) => file.size > maxBytes)
    if (files.length > 1 && !multiple) return setProblem(t('onlyOne'))
    if (wrong) return setProblem(t('wrongType', { name: wrong.name, accept: accept ?? '' }))
    if (large && maxBytes !== undefined) {
      const limit = format.number(maxBytes / 1_000_000, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 })
      return setProblem(t('tooLarge', { name: large.name, limit }))
    }
    setProblem(undefined)
    onFiles(files)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (!disabled) take(event.dataTransfer.files)
  }
  return (
    <div className={clsx('grid gap-1.5', className)}>
      <div
        onDragOver={(event) => {
          event.preventDefault()
          setOver(!disabled)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={clsx(
          'relative grid justify-items-center gap-1 rounded-lg border border-dashed px-4 py-8 text-center transition-colors',
          over ? 'border-accent bg-accent-soft' : 'border-edge bg-sunken',
          'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
          disabled && 'opacity-60',
        )}
      >
        <FileUp aria-hidden size={24} className="text-ink-faint" />
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        <p aria-hidden className="text-sm text-ink-soft">
          <span className="text-accent underline">{t(multiple ? 'chooseMany' : 'choose')}</span>{' '}
          {t(multiple ? 'orDropMany' : 'orDrop')}
        </p>
        {hint && (
          <p id={`${id}-hint`} className="text-sm text-ink-soft">
            {hint}
          </p>
        )}
        <input
          id={id}
          type="file"
          accept={accept}
          multiple={multiple}
          disabled={disabled}
          aria-describedby={clsx(problem && `${id}-problem`, hint && `${id}-hint`) || undefined}
          aria-invalid={problem ? true : undefined}
          onChange={(event) => {
            take(event.target.files)
            event.target.value = '' // the same file may be chosen again after it was corrected
          }}
          className="absolute inset-0 size-full cursor-pointer opacity-0 disabled:cursor-not-allowed"
        />
      </div>
      {problem && (
        <p id={`${id}-problem`} role="alert" className="text-sm font-medium text-danger">
          {problem}
        </p>
      )}
    </div>
  )
}
