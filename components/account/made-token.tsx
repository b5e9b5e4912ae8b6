'use client'
import { Copy } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-input'
import { toast } from '@/components/ui/toast'

/** A token, shown this once: the server keeps only its hash. */
export function MadeToken({ secret, expiresAt }: { secret: string; expiresAt: Date }) {
  const t = useTranslations('account.tokens')
  const format = useFormatter()
  const box = useRef<HTMLDivElement>(null)
  const copy = () =>
    navigator.clipboard.writeText(secret).then(
      () => toast(t('copied'), { tone: 'good' }),
      // Without permission to the clipboard the field is selected, ready for Ctrl-C.
      () => box.current?.querySelector('input')?.select(),
    )
  return (
    <div ref={box} className="grid gap-4">
      <p className="text-ink-soft">{t('once', { until: format.dateTime(expiresAt, { dateStyle: 'medium' }) })}</p>
      <Field label={t('secret')}>
        {(wires) => <TextInput {...wires} readOnly value={secret} className="font-mono text-sm" onFocus={(event) => event.target.select()} />}
      </Field>
      <Button className="justify-self-start" autoFocus icon={<Copy size={16} aria-hidden />} onClick={() => void copy()}>
        {t('copy')}
      </Button>
    </div>
  )
}
