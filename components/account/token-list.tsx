'use client'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { CodeText } from '@/components/ui/code-text'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { Notice } from '@/components/ui/notice'
import { RelativeTime } from '@/components/ui/relative-time'
import { toast } from '@/components/ui/toast'
import type { TokenScope } from '@/lib/blinding/token-scopes'
import { MakeTokenDialog, type MakeToken } from './make-token-dialog'
import { useVerb, type Verb } from './use-verb'

export type TokenShown = {
  id: string
  name: string
  prefix: string
  scopes: TokenScope[]
  expiresAt: Date
  lastUsedAt: Date | null
  expired: boolean
}

/** The tokens with which programs act in this person's name, and the way to make and to end one. */
export function TokenList({
  tokens,
  make,
  revoke,
  docsHref,
}: {
  tokens: TokenShown[]
  make: MakeToken
  revoke: Verb<{ tokenId: string }>
  docsHref: string
}) {
  const t = useTranslations('account.tokens')
  const router = useRouter()
  const { run, sentence } = useVerb(revoke)
  const end = async (tokenId: string) => {
    if (await run({ tokenId })) toast(t('revoked'), { tone: 'good' })
    router.refresh()
  }
  return (
    <div className="grid gap-4">
      {sentence && <Notice tone="danger" live>{sentence}</Notice>}
      {tokens.length === 0 ? (
        <p className="text-ink-soft">{t('none')}</p>
      ) : (
        <ul className="grid">
          {tokens.map(({ id, name, prefix, scopes, expiresAt, lastUsedAt, expired }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-3 first:pt-0">
              <div className="min-w-0 grow basis-56">
                <p className="flex flex-wrap items-center gap-2 font-medium">
                  <span className="min-w-0 break-words">{name}</span> <CodeText>{prefix}…</CodeText>
                  {expired && <Badge tone="warn">{t('expired')}</Badge>}
                </p>
                <p className="text-sm break-words text-ink-soft">{scopes.map((scope) => t(`scopeNames.${scope}`)).join(' · ')}</p>
                <p className="text-sm text-ink-soft">
                  {t('expires')} <RelativeTime at={expiresAt} /> ·{' '}
                  {lastUsedAt ? (
                    <>
                      {t('used')} <RelativeTime at={lastUsedAt} />
                    </>
                  ) : (
                    t('unused')
                  )}
                </p>
              </div>
              {!expired && (
                <ConfirmDialog
                  trigger={<Button size="small" aria-label={t('revokeNamed', { name })}>{t('revoke')}</Button>}
                  title={t('revokeNamed', { name })}
                  body={t('revokeBody')}
                  confirmLabel={t('revoke')}
                  onConfirm={() => end(id)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <MakeTokenDialog make={make} />
        <a href={docsHref} className="text-sm underline">{t('documentation')}</a>
      </div>
      <p className="text-sm text-ink-soft">{t('end')}</p>
    </div>
  )
}
