import { Lock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { matchKey } from '@/components/releases/match-key'
import { TabLinks } from '@/components/ui/tab-links'
import { paths } from '@/lib/web/paths'

/** Which split, and where a task has several, by which rule something counts as found. */
export function ContestPicker({
  releaseId,
  split,
  splits,
  match,
  matches,
}: {
  releaseId: string
  split: string
  splits: readonly { split: string; items: number; hidden: boolean }[]
  match: string
  matches: readonly string[]
}) {
  const t = useTranslations('board')
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <TabLinks
        label={t('splits')}
        links={splits.map((one) => ({
          href: paths.board(releaseId, { split: one.split, match }),
          current: one.split === split,
          note: one.items,
          label: (
            <span className="inline-flex items-center gap-1">
              {t(`split.${one.split as 'test'}`)}
              {one.hidden && <Lock size={13} aria-label={t('hidden')} />}
            </span>
          ),
        }))}
      />
      {matches.length > 1 && (
        <TabLinks
          label={t('matches')}
          links={matches.map((one) => ({
            href: paths.board(releaseId, { split, match: one }),
            current: one === match,
            label: t(`match.${matchKey(one)}`),
          }))}
        />
      )}
      <p className="max-w-[72ch] text-sm text-ink-soft">{t(`matchNote.${matchKey(match)}`)}</p>
    </div>
  )
}
