'use client'
import { useTranslations } from 'next-intl'
import type { ComponentType } from 'react'
import { AbsoluteTime } from '@/components/ui/absolute-time'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { Theirs } from './draft-sync'

/** Two tabs wrote on one work: the person chooses, nothing was overwritten. Cannot be dismissed without a choice. */
export function ConflictDialog({
  theirs,
  Summary,
  mine,
  onChoose,
}: {
  theirs: Theirs | null
  mine: unknown
  /** A line that tells a version apart from the other. */
  Summary: ComponentType<{ draft: unknown }>
  onChoose: (choice: 'mine' | 'theirs') => void
}) {
  const t = useTranslations('work.conflict')
  if (!theirs) return null
  const versions = [
    { choice: 'mine' as const, label: t('mine'), body: mine, at: null },
    { choice: 'theirs' as const, label: t('theirs'), body: theirs.body, at: theirs.updatedAt },
  ]
  return (
    <Dialog open onOpenChange={() => {}} title={t('title')} description={t('body')}>
      <div className="grid gap-3 sm:grid-cols-2">
        {versions.map(({ choice, label, body, at }) => (
          <section key={choice} className="flex flex-col gap-2 rounded-md border border-line p-4">
            <h3 className="font-semibold">{label}</h3>
            {at && (
              <p className="text-sm text-ink-soft">
                <AbsoluteTime at={at} />
              </p>
            )}
            <p className="grow text-sm break-words">
              <Summary draft={body} />
            </p>
            <Button variant={choice === 'mine' ? 'primary' : 'quiet'} onClick={() => onChoose(choice)}>
              {t(choice === 'mine' ? 'keepMine' : 'keepTheirs')}
            </Button>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
