'use client'
import { Copy } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { CodeText } from '@/components/ui/code-text'
import { toast } from '@/components/ui/toast'

/** A few lines to take along. `label` tells one block from the others. */
export function CopiedCode({ label, code }: { label: string; code: string }) {
  const t = useTranslations('api-docs')
  const copy = () =>
    navigator.clipboard.writeText(code).then(
      () => toast(t('copied'), { tone: 'good' }),
      () => toast(t('notCopied'), { tone: 'danger' }),
    )
  return (
    <div className="grid gap-2">
      <CodeText block label={label}>
        {code}
      </CodeText>
      <Button size="small" className="justify-self-start" icon={<Copy size={14} aria-hidden />} aria-label={t('copyNamed', { label })} onClick={() => void copy()}>
        {t('copy')}
      </Button>
    </div>
  )
}
