'use client'
import { Check, Copy } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { CodeText } from '@/components/ui/code-text'
import type { Snippet } from '@/lib/releases/snippets'

/** Commands that load the release, to be copied. The token is never in them. */
export function LoadSnippets({ snippets }: { snippets: readonly Snippet[] }) {
  const t = useTranslations('releases.load')
  const [copied, setCopied] = useState<string | null>(null)
  return (
    <Card title={t('title')} note={t('note')}>
      <div className="grid gap-4">
        {snippets.map(({ of, text }) => (
          <div key={of} className="grid gap-1.5">
            <div className="flex flex-wrap items-center justify-between gap-2">
              <h3 className="text-sm font-medium">{t(of)}</h3>
              <Button
                size="small"
                onClick={() => {
                  navigator.clipboard.writeText(text).then(
                    () => setCopied(of),
                    // Without permission to the clipboard the text can still be marked by hand.
                    () => {},
                  )
                }}
              >
                {copied === of ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
                <span aria-live="polite">{t(copied === of ? 'copied' : 'copy')}</span>
                <span className="sr-only"> {t(of)}</span>
              </Button>
            </div>
            <CodeText block label={t(of)}>
              {text}
            </CodeText>
          </div>
        ))}
      </div>
    </Card>
  )
}
