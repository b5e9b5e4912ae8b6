'use client'
import { useFormatter, useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { CodeText } from '@/components/ui/code-text'
import { DataTable } from '@/components/ui/data-table'
import type { ReleaseFacts } from '@/lib/releases/release-facts'

const mostNamed = 20

/** What each version changed against the one before, newest first, and what is no longer there. */
export function FactsHistory({ facts }: { facts: ReleaseFacts }) {
  const t = useTranslations('releases.facts')
  const words = useTranslations('releases')
  const format = useFormatter()
  // A rule's code in words, and behind it what a person said.
  const whyGone = (reason: string) => {
    const [rule = '', ...said] = reason.split(': ')
    const key = `reasons.${rule.replaceAll(' ', '-')}`
    return t.has(key as never) ? [t(key as never), ...said].join(': ') : reason
  }
  const named = (ids: readonly string[]) => (
    <span className="text-sm text-ink-soft">
      {ids.slice(0, mostNamed).join(', ')} {ids.length > mostNamed && t('more', { count: format.number(ids.length - mostNamed) })}
    </span>
  )
  return (
    <>
      {facts.history.map(({ version, date, bump, changes, note }) => {
        const lists = changes
          ? ([
              ['added', changes.added],
              ['removed', changes.removed],
              ['changed', changes.verdicts],
              ['texts', changes.texts],
              ['moved', changes.splits],
              ['records', changes.records],
            ] as const)
          : []
        const told = lists.filter(([, list]) => list.length > 0)
        return (
          <Card
            key={version}
            title={words('version', { version })}
            note={date ?? ''}
            actions={bump && <Badge tone={bump === 'major' ? 'warn' : 'neutral'}>{t(`bump.${bump}`)}</Badge>}
          >
            <div className="grid gap-2">
              {note && <p className="whitespace-pre-wrap">{note}</p>}
              {changes === null && <p className="text-ink-soft">{t('firstVersion')}</p>}
              {changes !== null && told.length === 0 && <p className="text-ink-soft">{t('onlyDocuments')}</p>}
              {told.length > 0 && (
                <ul className="grid gap-1.5">
                  {told.map(([key, list]) => (
                    <li key={key}>
                      {t(key, { count: list.length })} {named(list.map(({ id }) => id))}
                    </li>
                  ))}
                </ul>
              )}
            </div>
          </Card>
        )
      })}
      {facts.tombstones.length > 0 && (
        <Card title={t('tombstones')} flush>
          <DataTable
            caption={t('tombstones')}
            captionHidden
            dense
            rows={facts.tombstones}
            rowKey={({ id }) => id}
            columns={[
              { key: 'id', header: t('tombstone'), names: true, cell: ({ id }) => <CodeText>{id}</CodeText> },
              { key: 'split', header: t('split'), cell: ({ split }) => words(`splits.${split}`) },
              { key: 'last', header: t('lastVersion'), cell: ({ lastVersion }) => lastVersion },
              { key: 'reason', header: t('why'), cell: ({ reason }) => whyGone(reason) },
            ]}
          />
        </Card>
      )}
    </>
  )
}
