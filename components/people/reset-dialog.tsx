'use client'
import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { useVerb, type Verb } from '@/components/account/use-verb'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { paths } from '@/lib/web/paths'
import { OneTimeLink } from './one-time-link'

export type MakeReset = Verb<{ personId: string }, { email: string; token: string; expiresAt: Date }>

/** Makes a link with which a person who has lost their password sets a new one, and shows it once. */
export function ResetDialog({ person, makeReset, onClose }: { person: { id: string; name: string }; makeReset: MakeReset; onClose: () => void }) {
  const t = useTranslations('people.reset')
  const format = useFormatter()
  const { run, pending, sentence } = useVerb(makeReset)
  const [made, setMade] = useState<{ email: string; token: string; expiresAt: Date } | null>(null)
  const { name } = person
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={made ? t('linkTitle', { email: made.email }) : t('title', { name })}
      description={made ? undefined : t('body', { name })}
      footer={
        made ? undefined : (
          <Button
            variant="primary"
            pending={pending}
            onClick={() => void run({ personId: person.id }).then((done) => done && setMade(done.value))}
          >
            {t('submit')}
          </Button>
        )
      }
    >
      {sentence && (
        <Notice tone="danger" live>
          {sentence}
        </Notice>
      )}
      {made && (
        <OneTimeLink
          path={paths.reset(made.token)}
          label={t('linkNote', { until: format.dateTime(made.expiresAt, { dateStyle: 'medium', timeStyle: 'short' }) })}
        />
      )}
    </Dialog>
  )
}
