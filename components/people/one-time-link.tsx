'use client'
import { Copy } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { TextInput } from '@/components/ui/text-input'
import { toast } from '@/components/ui/toast'

/** A link to pass on, shown this once: the server keeps only its hash. `label` says until when, and for whom. */
export function OneTimeLink({ path, label, children }: { path: string; label: ReactNode; children?: ReactNode }) {
  const t = useTranslations('people.invite')
  const id = useId()
  const link = `${window.location.origin}${path}`
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link)
      toast(t('copied'), { tone: 'good' })
    } catch {
      // Without a clipboard (no permission, or a plain-http address) the field stays selected, ready for Ctrl-C.
      document.querySelector<HTMLInputElement>(`#${CSS.escape(id)}`)?.select()
    }
  }
  return (
    <div className="grid gap-4">
      <label htmlFor={id} className="text-ink-soft">
        {label}
      </label>
      <TextInput id={id} readOnly value={link} className="font-mono text-sm" onFocus={(event) => event.target.select()} />
      <div className="flex flex-wrap justify-end gap-2">
        {children}
        <Button variant="primary" autoFocus icon={<Copy size={16} aria-hidden />} onClick={() => void copy()}>
          {t('copy')}
        </Button>
      </div>
    </div>
  )
}
