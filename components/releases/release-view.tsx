'use client'
import { Download } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import Link from 'next/link'
import { Badge } from '@/components/ui/badge'
import { buttonClasses } from '@/components/ui/button-classes'
import { Card } from '@/components/ui/card'
import { CodeText } from '@/components/ui/code-text'
import { MarkdownView } from '@/components/ui/markdown-view'
import { Notice } from '@/components/ui/notice'
import { Tabs } from '@/components/ui/tabs'
import type { SignedBy } from '@/lib/releases/manifest'
import type { ReleaseFacts } from '@/lib/releases/release-facts'
import type { Snippet } from '@/lib/releases/snippets'
import type { SplitName } from '@/lib/releases/split-rule'
import { FactsAgreement } from './facts-agreement'
import { FactsBlinding } from './facts-blinding'
import { FactsChoice } from './facts-choice'
import { FactsHistory } from './facts-history'
import { FactsSplits } from './facts-splits'
import { FileTable, type FileShown } from './file-table'
import { LoadSnippets } from './load-snippets'

export type ReleaseViewProps = {
  facts: ReleaseFacts
  card: string
  files: readonly FileShown[]
  open: readonly SplitName[]
  judged: readonly SplitName[]
  zips: { whole: string; splits: readonly { split: SplitName; href: string }[] }
  snippets: readonly Snippet[]
  signature: { name: string; meaning: string; at: string; by?: SignedBy }
  manifestSha256: string
  tellsHiddenHashes: boolean
  versions: readonly { id: string; version: string; href: string; current: boolean }[]
}

/** A frozen release: what it is, its numbers, its files, what changed, and why it can be trusted. */
export function ReleaseView({ facts, card, files, open, judged, zips, snippets, signature, manifestSha256, tellsHiddenHashes, versions }: ReleaseViewProps) {
  const t = useTranslations('releases')
  const format = useFormatter()
  const provisional = facts.protocols.filter((protocol) => protocol.provisional).map(({ number }) => number)
  const closed = facts.splits.filter(({ name }) => !open.includes(name))
  return (
    <>
      {provisional.length > 0 && <Notice tone="warn">{t('page.provisional', { numbers: provisional.join(', ') })}</Notice>}
      {closed.map(({ name, items }) => (
        <Notice key={name}>{t('page.hiddenSplit', { split: t(`splits.${name}`), items })}</Notice>
      ))}
      {tellsHiddenHashes && <Notice tone="warn">{t('page.hiddenHashes')}</Notice>}
      {judged.map((name) => (
        <Notice key={`judged ${name}`} tone="warn">
          {t('page.judging', { split: t(`splits.${name}`) })}
        </Notice>
      ))}
      <p className="flex flex-wrap gap-2">
        <a href={zips.whole} download className={buttonClasses('primary', 'medium')}>
          <Download size={16} aria-hidden />
          {t('page.whole')}
        </a>
        {zips.splits.length > 1 &&
          zips.splits.map(({ split, href }) => (
            <a key={split} href={href} download className={buttonClasses('quiet', 'medium')}>
              <Download size={16} aria-hidden />
              {t('page.split', { split: t(`splits.${split}`) })}
            </a>
          ))}
      </p>
      <Tabs
        label={t('page.tabs')}
        tabs={[
          {
            value: 'card',
            label: t('page.card'),
            content: (
              <div className="grid gap-6">
                <Card>
                  <MarkdownView source={card} top={2} lang="en" />
                </Card>
                <LoadSnippets snippets={snippets} />
              </div>
            ),
          },
          {
            value: 'numbers',
            label: t('page.numbers'),
            content: (
              <div className="grid gap-6">
                <FactsSplits facts={facts} />
                <FactsAgreement facts={facts} />
                <FactsChoice facts={facts} />
              </div>
            ),
          },
          {
            value: 'files',
            label: t('page.files'),
            note: files.length,
            content: (
              <Card flush>
                <FileTable files={files} />
              </Card>
            ),
          },
          {
            value: 'changes',
            label: t('page.changes'),
            content: (
              <div className="grid gap-6">
                {versions.length > 1 && (
                  <Card title={t('page.versions')}>
                    <ul className="flex flex-wrap gap-3">
                      {versions.map(({ id, version, href, current }) => (
                        <li key={id}>
                          {current ? (
                            <Badge tone="accent">
                              {version} · {t('page.thisOne')}
                            </Badge>
                          ) : (
                            <Link href={href} className="text-accent underline underline-offset-2">
                              {version}
                            </Link>
                          )}
                        </li>
                      ))}
                    </ul>
                  </Card>
                )}
                <FactsHistory facts={facts} />
              </div>
            ),
          },
          {
            value: 'trust',
            label: t('page.trust'),
            content: (
              <div className="grid gap-6">
                <FactsBlinding blinding={facts.blinding} />
                <Card title={t('facts.signature')}>
                  <div className="grid gap-2">
                    <p>{t('facts.signed', { name: signature.name, meaning: signature.meaning, date: format.dateTime(new Date(signature.at), { dateStyle: 'long' }) })}</p>
                    {signature.by && <p className="text-sm text-ink-soft">{t(`facts.signedBy.${signature.by}`)}</p>}
                    <p className="text-sm text-ink-soft">
                      {t('facts.manifest')} <CodeText>{manifestSha256}</CodeText>
                    </p>
                  </div>
                </Card>
              </div>
            ),
          },
        ]}
      />
    </>
  )
}
