'use client'
import { useFormatter, useTranslations } from 'next-intl'
import { CodeText } from '@/components/ui/code-text'
import { DataTable } from '@/components/ui/data-table'
import type { SplitName } from '@/lib/releases/split-rule'
import { useByteSize } from './use-byte-size'

export type FileShown = { path: string; split: SplitName | null; bytes: number; sha256: string; href: string }

/** Every file this person may have. Plain links: a prefetched download would be a download on record. */
export function FileTable({ files }: { files: readonly FileShown[] }) {
  const t = useTranslations('releases')
  const format = useFormatter()
  const size = useByteSize()
  return (
    <DataTable
      caption={t('files.caption')}
      captionHidden
      dense
      rows={files}
      rowKey={({ path }) => path}
      columns={[
        {
          key: 'path',
          header: t('files.path'),
          names: true,
          cell: ({ path, href }) => (
            <a href={href} download className="text-accent underline underline-offset-2">
              {path}
            </a>
          ),
        },
        { key: 'split', header: t('files.split'), cell: ({ split }) => (split ? t(`splits.${split}`) : t('files.all')) },
        { key: 'bytes', header: t('files.bytes'), align: 'end', cell: ({ bytes }) => <span title={format.number(bytes)}>{size(bytes)}</span> },
        { key: 'sha256', header: t('files.sha256'), cell: ({ sha256 }) => <CodeText className="text-xs">{sha256}</CodeText> },
      ]}
    />
  )
}
