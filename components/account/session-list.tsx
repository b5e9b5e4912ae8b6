'use client'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { Notice } from '@/components/ui/notice'
import { RelativeTime } from '@/components/ui/relative-time'
import { toast } from '@/components/ui/toast'
import { agentName } from './agent-name'
import { useVerb, type Verb } from './use-verb'

export type SessionShown = { id: string; agent: string; address: string; createdAt: Date; lastSeenAt: Date; current: boolean }

/** Where this person is signed in, and the way to end each. */
export function SessionList({ sessions, end }: { sessions: SessionShown[]; end: Verb<{ which: string }> }) {
  const t = useTranslations('account.sessions')
  const router = useRouter()
  const { run, pending, sentence } = useVerb(end)
  const nameOf = (agent: string): string => {
    const known = agentName(agent)
    if (!known) return t('unknownAgent')
    return known.system ? t('onSystem', { browser: known.browser, system: known.system }) : known.browser
  }
  const endOne = async (id: string) => {
    if (await run({ which: id })) toast(t('ended'), { tone: 'good' })
    router.refresh()
  }
  return (
    <div className="grid gap-4">
      {sentence && <Notice tone="danger" live>{sentence}</Notice>}
      <ul className="grid">
        {sessions.map(({ id, agent, address, createdAt, lastSeenAt, current }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-3 first:pt-0">
            <div className="min-w-0 grow basis-56">
              <p className="flex flex-wrap items-center gap-2 font-medium">
                {nameOf(agent)}
                {current && <Badge tone="good">{t('this')}</Badge>}
              </p>
              <p className="text-sm text-ink-soft">
                {t('seen')} <RelativeTime at={lastSeenAt} /> · {t('since')} <RelativeTime at={createdAt} />
                {address && ` · ${address}`}
              </p>
            </div>
            {!current && (
              <Button
                size="small"
                pending={pending}
                aria-label={t('endNamed', { agent: nameOf(agent) })}
                onClick={() => void endOne(id)}
              >
                {t('end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ConfirmDialog
        trigger={<Button className="justify-self-start">{t('everywhere')}</Button>}
        title={t('everywhere')}
        body={t('everywhereBody')}
        confirmLabel={t('everywhere')}
        onConfirm={async () => {
          if (await run({ which: 'all' })) window.location.assign('/sign-in')
        }}
      />
    </div>
  )
}
