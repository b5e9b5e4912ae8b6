import { useTranslations } from 'next-intl'
import { AbsoluteTime } from '@/components/ui/absolute-time'
import { Card } from '@/components/ui/card'
import { CodeText } from '@/components/ui/code-text'

export type EarlierSealShown = { version: number; content: unknown; reason: string; replacedAt: Date }

/** What is sealed with an item, and what was before it was corrected, each with the reason. For those who may see it. */
export function ItemSeal({ seal, earlier }: { seal: unknown; earlier: readonly EarlierSealShown[] }) {
  const t = useTranslations('items.history')
  return (
    <Card title={t('seal')} {...(seal === null ? { note: t('noSeal') } : {})}>
      <div className="grid gap-3 empty:hidden">
        {seal !== null && <Sealed label={t('seal')} content={seal} />}
        {earlier.map(({ version, content, reason, replacedAt }) => (
          <details key={version} className="text-sm">
            <summary className="min-h-6">
              {t.rich('sealBefore', { at: () => <AbsoluteTime at={replacedAt} />, reason })}
            </summary>
            {content === null ? <p className="mt-2 text-ink-soft">{t('noSealBefore')}</p> : <Sealed label={t('seal')} content={content} />}
          </details>
        ))}
      </div>
    </Card>
  )
}

function Sealed({ label, content }: { label: string; content: unknown }) {
  return (
    <CodeText block label={label}>
      {JSON.stringify(content, null, 2)}
    </CodeText>
  )
}
