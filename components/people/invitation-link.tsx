'use client'
import { Copy } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { useId } from 'react'
import { Button } from '@/components/ui/button'
import { TextInput } from '@/components/ui/text-input'
import { toast } from '@/components/ui/toast'

/** A link to pass on, shown this once: the server keeps only its hash. */
export function InvitationLink({ email, token, expiresAt, onAnother }: { email: string; token: string; expiresAt: Date; onAnother: () => void }) {
  const t = useTranslations('people.invite')
  const format = useFormatter()
  const id = useId()
  const link = `${window.location.origin}/invitation/${token}`
  const copy = () =>
    navigator.clipboard.writeText(link).then(
      () => toast(t('copied'), { tone: 'good' }),
      // Without permission to the clipboard the field stays selected, ready for Ctrl-C.
      () => document.querySelector<HTMLInputElement>(`#${CSS.escape(id)}`)?.select(),
    )
  return (
    <div className="grid gap-4">
      <label htmlFor={id} className="text-ink-soft">
        {t('linkNote', { until: format.dateTime(expiresAt, { dateStyle: 'medium', timeStyle: 'short' }) })}
        <span className="sr-only"> {email}</span>
      </label>
      <TextInput id={id} readOnly value={link} className="font-mono text-sm" onFocus={(event) => event.target.select()} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onAnother}>{t('another')}</Button>
        <Button variant="primary" autoFocus icon={<Copy size={16} aria-hidden />} onClick={() => void copy()}>
          {t('copy')}
        </Button>
      </div>
    </div>
  )
}
