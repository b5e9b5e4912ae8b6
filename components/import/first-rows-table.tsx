'use client'
import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { DataTable } from '@/components/ui/data-table'
import { useFileWords } from './use-file-words'

export type PreviewRow = {
  line: number
  part: number
  id: string | null
  text: string | null
  /** Code points of the whole text. */
  length: number | null
  facts: readonly string[]
  sealed: readonly string[]
  problem: { field: string | null; reason: string; values: Record<string, string | number> | null; raw: string | null } | null
}

/** Rows as they would come in: what readers see, and by name alone what they never will. */
export function FirstRowsTable({ rows, caption }: { rows: readonly PreviewRow[]; caption: string }) {
  const t = useTranslations('import.rows')
  const words = useFileWords()
  return (
    <DataTable
      caption={caption}
      captionHidden
      dense
      rows={rows}
      rowKey={({ line, part }) => `${line}.${part}`}
      columns={[
        { key: 'line', header: t('line'), align: 'end', width: '4.5rem', cell: ({ line }) => line },
        { key: 'id', header: t('id'), names: true, width: '9rem', cell: ({ id }) => (id ? <span className="font-mono text-sm break-all">{id}</span> : '–') },
        {
          key: 'text',
          header: t('text'),
          cell: ({ text, length, problem }) =>
            problem ? (
              <div className="grid min-w-64 gap-1">
                <p className="text-danger">
                  {problem.field && <span className="font-mono text-sm">{problem.field}: </span>}
                  {words.row(problem)}
                </p>
                {problem.raw && <p className="line-clamp-2 font-mono text-xs break-all text-ink-soft">{problem.raw}</p>}
              </div>
            ) : (
              <div className="min-w-64">
                <p className="line-clamp-3 whitespace-pre-wrap">{text}</p>
                <p className="text-xs text-ink-faint">{t('length', { length: length ?? 0 })}</p>
              </div>
            ),
        },
        {
          key: 'facts',
          header: t('facts'),
          cell: ({ facts, sealed }) => (
            <span className="flex max-w-72 flex-wrap gap-1">
              {facts.map((fact) => (
                <Badge key={fact} className="max-w-full truncate">
                  {fact}
                </Badge>
              ))}
              {sealed.length > 0 && <Badge tone="accent" className="whitespace-normal">{t('sealed', { names: sealed.join(', ') })}</Badge>}
            </span>
          ),
        },
      ]}
    />
  )
}
