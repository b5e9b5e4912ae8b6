'use client'
import { ImagePlus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState, type ClipboardEvent, type DragEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { MarkdownView } from '@/components/ui/markdown-view'
import { Notice } from '@/components/ui/notice'
import { TextArea } from '@/components/ui/text-area'
import { pictureTypes } from '@/lib/picture-type'

/** A guideline in Markdown beside what readers will see of it. Pictures are pasted, dropped or chosen, and stored with the study. */
export function GuidelineEditor({
  value,
  onChange,
  error,
  addPicture,
}: {
  value: string
  onChange: (value: string) => void
  error?: string | undefined
  /** Stores a picture. @returns its address, or the sentence that says why not. */
  addPicture: (file: File) => Promise<{ href: string } | { refused: string }>
}) {
  const t = useTranslations('protocol.guideline')
  const area = useRef<HTMLTextAreaElement>(null)
  const chooser = useRef<HTMLInputElement>(null)
  const latest = useRef(value)
  useEffect(() => {
    latest.current = value
  })
  const [adding, setAdding] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)

  const insert = async (files: readonly File[]) => {
    const pictures = files.filter((file) => pictureTypes.some((type) => type === file.type))
    if (pictures.length === 0) return setRefused(files.length ? t('notAPicture') : null)
    setAdding(true)
    setRefused(null)
    for (const file of pictures) {
      const answer = await addPicture(file)
      if ('refused' in answer) {
        setRefused(answer.refused)
        break
      }
      const alt = file.name.replace(/\.[^.]*$/, '').replaceAll(/[[\]]/g, '')
      const at = area.current?.selectionEnd ?? latest.current.length
      onChange(`${latest.current.slice(0, at)}\n![${alt}](${answer.href})\n${latest.current.slice(at)}`)
    }
    setAdding(false)
  }
  const paste = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files]
    if (files.length === 0) return
    event.preventDefault()
    void insert(files)
  }
  const drop = (event: DragEvent) => {
    if (event.dataTransfer.files.length === 0) return
    event.preventDefault()
    void insert([...event.dataTransfer.files])
  }

  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <div className="grid content-start gap-2">
        <Field label={t('source')} hint={t('sourceHint')} error={error}>
          {(wires) => (
            <TextArea
              {...wires}
              ref={area}
              rows={18}
              maxLength={200_000}
              value={value}
              onChange={(event) => onChange(event.target.value)}
              onPaste={paste}
              onDrop={drop}
              className="min-h-96 font-mono text-sm"
            />
          )}
        </Field>
        <div className="flex flex-wrap items-center gap-3">
          <Button size="small" icon={<ImagePlus size={16} aria-hidden />} pending={adding} onClick={() => chooser.current?.click()}>
            {t('addPicture')}
          </Button>
          <input
            ref={chooser}
            type="file"
            accept={pictureTypes.join(',')}
            multiple
            hidden
            onChange={(event) => {
              void insert([...(event.target.files ?? [])])
              event.target.value = ''
            }}
          />
        </div>
        {refused && (
          <Notice tone="danger" live>
            {refused}
          </Notice>
        )}
      </div>
      <div className="min-w-0">
        <p className="mb-1.5 text-sm font-medium">{t('preview')}</p>
        <div className="max-h-[75vh] min-h-96 overflow-y-auto rounded-md border border-line bg-surface p-5" tabIndex={0} role="region" aria-label={t('preview')}>
          {value.trim() ? <MarkdownView source={value} top={2} /> : <p className="text-ink-faint">{t('empty')}</p>}
        </div>
      </div>
    </div>
  )
}
