import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { DataTable } from '@/components/ui/data-table'
import type { DecidedBy } from '@/lib/tasks/rubric/preference'

type Row = { externalId: string; prompt: string; judgedIn: string; a: string; b: string; stated: string | null; derived: string | null; decidedBy: DecidedBy; same: boolean }

/** Preferences as they were said beside those that follow from labels; nothing where no item was given to both tasks. Says so where they hold no two responses in common. */
export function StatedTable({ pairs, same, apart, rows }: { pairs: number; same: number; apart: number; rows: readonly Row[] }) {
  const t = useTranslations('running.stated')
  const outcome = useTranslations('board.outcome')
  const none = apart > 0 && <p className="p-4 text-sm text-ink-soft">{t('apart', { count: apart })}</p>
  if (pairs === 0) return none ? <Card title={t('title')} flush>{none}</Card> : null
  const side = (id: string | null) => (id === null ? t('neither') : <bdi>{id}</bdi>)
  return (
    <Card title={t('title')} note={rows.length < pairs ? `${t('note', { pairs, same })} ${t('first', { rows: rows.length })}` : t('note', { pairs, same })} flush>
      <DataTable
        caption={t('title')}
        captionHidden
        dense
        rows={rows}
        rowKey={({ externalId, judgedIn, a, b }) => JSON.stringify([externalId, judgedIn, a, b])}
        columns={[
          {
            key: 'item',
            header: t('item'),
            names: true,
            cell: ({ externalId, prompt }) => (
              <>
                <code className="text-sm">{externalId}</code>
                <span dir="auto" className="line-clamp-2 max-w-[44ch] text-sm font-normal text-ink-soft [overflow-wrap:anywhere]">{prompt}</span>
              </>
            ),
          },
          { key: 'pair', header: t('pair'), cell: ({ a, b }) => <bdi>{outcome('pair', { a, b })}</bdi> },
          { key: 'stated', header: t('stated'), cell: ({ stated }) => side(stated) },
          { key: 'derived', header: t('derived'), cell: ({ derived, decidedBy }) => <>{side(derived)} {derived !== null && <span className="text-sm text-ink-soft">{t('by', { by: outcome(`decidedBy.${decidedBy}`) })}</span>}</> },
          { key: 'same', header: t('same'), cell: ({ same: is }) => <Badge tone={is ? 'good' : 'warn'}>{t(is ? 'yes' : 'no')}</Badge> },
          { key: 'judged', header: t('judgedIn'), cell: ({ judgedIn }) => <bdi>{judgedIn}</bdi> },
        ]}
      />
      {none}
    </Card>
  )
}
