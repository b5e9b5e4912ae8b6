'use client'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useId, useState, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { tokenScopes, type TokenScope } from '@/lib/blinding/token-scopes'
import { MadeToken } from './made-token'
import { useVerb, type Verb } from './use-verb'

export type MakeToken = Verb<{ name: string; scopes: TokenScope[]; days: number }, { secret: string; expiresAt: Date }>

const dayChoices = ['7', '30', '90', '365'] as const

/** What a token is to be for, and then, once, the token itself. */
export function MakeTokenDialog({ make }: { make: MakeToken }) {
  const t = useTranslations('account.tokens')
  const router = useRouter()
  const form = useId()
  const { run, pending, sentence, fieldError, clear } = useVerb(make)
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<TokenScope[]>(['studies:read', 'releases:read'])
  const [days, setDays] = useState('90')
  const [made, setMade] = useState<{ secret: string; expiresAt: Date } | null>(null)

  const change = (next: boolean) => {
    setOpen(next)
    clear()
    if (next) return
    setMade(null)
    setName('')
    router.refresh()
  }
  async function submit(event: FormEvent) {
    event.preventDefault()
    const answer = await run({ name, scopes, days: Number(days) })
    if (answer) setMade(answer.value)
  }
  const toggle = (scope: TokenScope) =>
    setScopes(scopes.includes(scope) ? scopes.filter((other) => other !== scope) : [...scopes, scope])
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      trigger={<Button>{t('make')}</Button>}
      title={made ? t('made') : t('make')}
      footer={
        made ? (
          <Button variant="primary" onClick={() => change(false)}>
            {t('close')}
          </Button>
        ) : (
          <Button variant="primary" type="submit" form={form} pending={pending}>
            {t('make')}
          </Button>
        )
      }
    >
      {made ? (
        <MadeToken {...made} />
      ) : (
        <form id={form} onSubmit={(event) => void submit(event)} className="grid gap-5">
          {sentence && <Notice tone="danger" live>{sentence}</Notice>}
          <Field label={t('name')} hint={t('nameHint')} required error={fieldError('name')}>
            {(wires) => <TextInput {...wires} value={name} maxLength={100} autoComplete="off" onChange={(event) => setName(event.target.value)} />}
          </Field>
          <fieldset className="grid gap-2">
            <legend className="text-sm font-medium">{t('scopes')}</legend>
            {tokenScopes.map((scope) => (
              <Checkbox key={scope} label={t(`scopeNames.${scope}`)} checked={scopes.includes(scope)} onChange={() => toggle(scope)} />
            ))}
            {fieldError('scopes') && <p role="alert" className="text-sm font-medium text-danger">{fieldError('scopes')}</p>}
          </fieldset>
          <Field label={t('days')}>
            {(wires) => (
              <Select
                {...wires}
                className="w-44"
                value={days}
                options={dayChoices.map((value) => ({ value, label: t(`dayChoices.${value}`) }))}
                onChange={(event) => setDays(event.target.value)}
              />
            )}
          </Field>
        </form>
      )}
    </Dialog>
  )
}
