'use client'
import { useTranslations } from 'next-intl'
import { useFileWords } from '@/components/import/use-file-words'
import { DataTable } from '@/components/ui/data-table'
import { Notice } from '@/components/ui/notice'

export type Problem = { line: number; field: string; reason: string; values: Record<string, string | number> }

/** Why a file of predictions was not taken, line by line. */
export function ProblemTable({ problems, total }: { problems: readonly Problem[]; total: number }) {
  const t = useTranslations('board.problems')
  const words = useFileWords()
  return (
    <div className="grid gap-3">
      <Notice tone="danger" title={t('title', { count: total })} live>
        {t('body')}
      </Notice>
      <DataTable
        caption={t('caption')}
        captionHidden
        dense
        rows={problems}
        rowKey={(_, index) => String(index)}
        columns={[
          { key: 'line', header: t('line'), align: 'end', names: true, cell: ({ line }) => line || '–' },
          { key: 'field', header: t('field'), cell: ({ field }) => <code>{field}</code> },
          { key: 'reason', header: t('reason'), cell: words.row },
        ]}
      />
      {total > problems.length && <p className="text-sm text-ink-soft">{t('more', { count: total - problems.length })}</p>}
    </div>
  )
}
