import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { buttonClasses } from '@/components/ui/button-classes'
import { Card } from '@/components/ui/card'

export type DownloadCounts = { verdicts: number; unusable: number; undecided: number; readings: number; open: number }

/** The files of a study, with what is in them now. Plain links: a prefetched download would be a download on record. */
export function DownloadList({
  counts,
  hrefs,
}: {
  counts: DownloadCounts
  hrefs: { verdicts: string; readings: string }
}) {
  const t = useTranslations('running.downloads')
  return (
    <>
      <div className="grid gap-6 md:grid-cols-2">
        {(['verdicts', 'readings'] as const).map((what) => (
          <Card key={what} title={t(what)}>
            <div className="grid h-full content-start gap-3">
              <p className="text-ink-soft">{t(`${what}Body`)}</p>
              <p className="font-medium">
                {what === 'verdicts'
                  ? t('verdictsCount', { count: counts.verdicts, unusable: counts.unusable })
                  : t('readingsCount', { count: counts.readings })}
              </p>
              {what === 'verdicts' && counts.undecided > 0 && (
                <p className="text-sm text-ink-soft">{t('undecided', { count: counts.undecided })}</p>
              )}
              {counts[what] > 0 ? (
                <p className="flex flex-wrap items-center gap-3">
                  <a href={hrefs[what]} download className={buttonClasses('primary', 'medium')}>
                    <Download size={16} aria-hidden />
                    {t('get', { name: t(what) })}
                  </a>
                  <span className="text-sm text-ink-faint">{t('jsonl')}</span>
                </p>
              ) : (
                <p className="text-ink-faint">{t('nothing')}</p>
              )}
            </div>
          </Card>
        ))}
      </div>
      <p className="text-sm text-ink-soft">{t('open', { count: counts.open })}</p>
    </>
  )
}
