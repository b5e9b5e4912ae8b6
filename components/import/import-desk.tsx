'use client'
import { useRouter } from 'next/navigation'
import { useFormatter, useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { reached, type Failure, type Outcome } from '@/components/studies/setup/outcome'
import { useFailureWords } from '@/components/studies/setup/use-failure-words'
import { Button } from '@/components/ui/button'
import { FileDrop } from '@/components/ui/file-drop'
import { Notice } from '@/components/ui/notice'
import { mappingProblems } from '@/lib/formats/csv-mapping'
import type { Encoding } from '@/lib/formats/encoding'
import { isPacked } from '@/lib/formats/is-packed'
import type { ItemDefaults } from '@/lib/formats/native-item'
import { choiceOf, formatOf, saidDefaults, type FileChoice } from './file-choice'
import { FileSetup } from './file-setup'
import { upload } from './upload'
import { UploadProgress } from './upload-progress'
import { useFileWords } from './use-file-words'

export type AnnouncedFile = { fileName: string; options: { format: NonNullable<ReturnType<typeof formatOf>>; encoding?: Encoding; defaults: ItemDefaults } }

/** A file's way in, first half: chosen, looked at in the browser, then streamed to the server to be checked as a whole. */
export function ImportDesk({
  task,
  contentNames,
  defaults,
  begin,
  fileHref,
  previewHref,
}: {
  task: string
  contentNames: readonly string[]
  defaults: ItemDefaults
  begin: (file: AnnouncedFile) => Promise<Outcome<{ importId: string }>>
  /** Addresses with `ID` in the place of the import's. */
  fileHref: string
  previewHref: string
}) {
  const t = useTranslations('import')
  const format = useFormatter()
  const router = useRouter()
  const { sentence } = useFailureWords()
  const words = useFileWords()
  const [choice, setChoice] = useState<FileChoice | null>(null)
  const [sending, setSending] = useState<{ href: string; sent: number } | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const stop = useRef<AbortController | null>(null)

  const choose = async (files: File[]) => {
    setFailure(null)
    const [file] = files
    if (!file) return
    const chosen = await choiceOf(file, task, defaults)
    if (isPacked(chosen.head)) setFailure({ code: 'invalid', reason: 'file-not-text', values: {}, fields: [] })
    else setChoice(chosen)
  }
  const leave = () => {
    setFailure(null)
    setChoice(null)
  }
  const check = async (chosen: FileChoice) => {
    const read = formatOf(chosen)
    if (!read) return
    setFailure(null)
    const options = { format: read, defaults: saidDefaults(chosen.defaults), ...(chosen.encoding ? { encoding: chosen.encoding } : {}) }
    const begun = await reached(begin({ fileName: chosen.file.name, options }))
    if (!begun.ok) return setFailure(begun.failure)
    const { importId } = begun.value
    const href = fileHref.replace('ID', importId)
    stop.current = new AbortController()
    setSending({ href, sent: 0 })
    const sent = await upload(href, chosen.file, { onBytes: (bytes) => setSending({ href, sent: bytes }), signal: stop.current.signal })
    if (sent.kind === 'done') return router.push(previewHref.replace('ID', importId))
    setSending(null)
    if (sent.kind === 'refused') setFailure(sent.failure)
    if (sent.kind === 'unreachable') setFailure({ code: 'offline', reason: 'import-broke-off', values: {}, fields: [] })
  }

  const said = failure && (words.file(failure) ?? sentence(failure))
  const blocked = (chosen: FileChoice) => {
    if (!chosen.format) return t('setup.chooseFormat')
    if (chosen.format === 'csv' && mappingProblems(chosen.mapping, chosen.columns, contentNames).length) return t('setup.mappingIncomplete')
    return undefined
  }
  return (
    <div className="grid gap-5">
      {!choice && <FileDrop label={t('drop')} hint={t('dropHint')} onFiles={(files) => void choose(files)} />}
      {choice && (
        <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <p className="font-medium break-all">{choice.file.name}</p>
          <p className="text-sm text-ink-soft">{choice.file.size < 1e6
              ? format.number(choice.file.size / 1_000, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 1 })
              : format.number(choice.file.size / 1_000_000, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 })}</p>
          {!sending && (
            <Button size="small" variant="plain" onClick={leave}>
              {t('otherFile')}
            </Button>
          )}
        </div>
      )}
      {choice && !sending && <FileSetup choice={choice} task={task} contentNames={contentNames} onChange={setChoice} />}
      {said && (
        <Notice tone="danger" live>
          {said}
        </Notice>
      )}
      {choice && sending && <UploadProgress href={sending.href} sent={sending.sent} size={choice.file.size} onStop={() => stop.current?.abort()} />}
      {choice && !sending && (
        <div>
          <Button variant="primary" blockedBecause={blocked(choice)} onClick={() => void check(choice)}>
            {t('check')}
          </Button>
          <p className="mt-1.5 text-sm text-ink-soft">{t('checkNote')}</p>
        </div>
      )}
    </div>
  )
}
