import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { Badge, type Tone } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { DataTable } from '@/components/ui/data-table'

export type ListedImport = {
  id: string
  href: string
  fileName: string
  state: 'begun' | 'reading' | 'ready' | 'done'
  rows: number
  imported: number
  known: number
  createdAt: Date
}
const tones: Record<ListedImport['state'], Tone> = { begun: 'neutral', reading: 'accent', ready: 'warn', done: 'good' }

/** The files that came in or wait for a decision, newest first. */
export function ImportsTable({ imports }: { imports: readonly ListedImport[] }) {
  const t = useTranslations('import.list')
  const format = useFormatter()
  return (
    <Card title={t('title')} flush>
      <DataTable
        caption={t('title')}
        captionHidden
        rows={imports}
        rowKey={({ id }) => id}
        empty={t('empty')}
        columns={[
          {
            key: 'file',
            header: t('file'),
            names: true,
            cell: ({ fileName, href, state }) =>
              state === 'ready' || state === 'done' ? (
                <Link href={href} className="break-all text-accent underline underline-offset-2">
                  {fileName}
                </Link>
              ) : (
                <span className="break-all">{fileName}</span>
              ),
          },
          { key: 'state', header: t('state'), cell: ({ state }) => <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge> },
          { key: 'rows', header: t('rows'), align: 'end', cell: ({ rows }) => format.number(rows) },
          { key: 'imported', header: t('imported'), align: 'end', cell: ({ imported, state }) => (state === 'done' ? format.number(imported) : '–') },
          { key: 'when', header: t('when'), cell: ({ createdAt }) => <span className="whitespace-nowrap">{format.dateTime(createdAt, { dateStyle: 'medium', timeStyle: 'short' })}</span> },
        ]}
      />
    </Card>
  )
}
