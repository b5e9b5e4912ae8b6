'use client'
import { useTranslations } from 'next-intl'
import { useState, type FormEvent } from 'react'
import { useVerb, type Verb } from '@/components/account/use-verb'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { roles, type Role } from './roles'

export type Invite = Verb<
  { email: string; name: string; study: string | null; roles: Role[]; owner: boolean; days: number },
  { token: string; expiresAt: Date }
>

/** Whom, to what, for how long. */
export function InviteForm({
  study: fixed,
  studies,
  mayMakeOwner,
  invite,
  onMade,
}: {
  study: string | undefined
  studies: readonly { slug: string; name: string }[]
  mayMakeOwner: boolean
  invite: Invite
  onMade: (made: { email: string; token: string; expiresAt: Date }) => void
}) {
  const t = useTranslations('people.invite')
  const roleName = useTranslations('people.roles')
  const { run, pending, sentence, fieldError } = useVerb(invite)
  const [draft, setDraft] = useState({ email: '', name: '', study: fixed ?? '', roles: ['reader'] as Role[], owner: false, days: 7 })
  const set = (change: Partial<typeof draft>) => setDraft({ ...draft, ...change })
  async function submit(event: FormEvent) {
    event.preventDefault()
    const made = await run({ ...draft, study: draft.study || null, roles: draft.study ? draft.roles : [] })
    if (made) onMade({ email: draft.email, ...made.value })
  }
  return (
    <form onSubmit={(event) => void submit(event)} className="grid gap-4">
      {sentence && <Notice tone="danger" live>{sentence}</Notice>}
      <Field label={t('email')} required error={fieldError('email')}>
        {(wires) => <TextInput {...wires} type="email" autoComplete="off" value={draft.email} onChange={(event) => set({ email: event.target.value })} />}
      </Field>
      <Field label={t('name')} optional error={fieldError('name')}>
        {(wires) => <TextInput {...wires} autoComplete="off" value={draft.name} onChange={(event) => set({ name: event.target.value })} />}
      </Field>
      {fixed === undefined && (
        <Field label={t('study')} error={fieldError('study')}>
          {(wires) => (
            <Select
              {...wires}
              value={draft.study}
              placeholder={t('noStudy')}
              options={studies.map(({ slug, name }) => ({ value: slug, label: name }))}
              onChange={(event) => set({ study: event.target.value })}
            />
          )}
        </Field>
      )}
      {draft.study && (
        <fieldset className="grid gap-1">
          <legend className="mb-1.5 text-sm font-medium">{t('roles')}</legend>
          <div className="flex flex-wrap gap-x-5 gap-y-1">
            {roles.map((role) => (
              <Checkbox
                key={role}
                label={roleName(role)}
                checked={draft.roles.includes(role)}
                onChange={(event) => set({ roles: roles.filter((one) => (one === role ? event.target.checked : draft.roles.includes(one))) })}
              />
            ))}
          </div>
          {fieldError('roles') && <p role="alert" className="text-sm font-medium text-danger">{fieldError('roles')}</p>}
        </fieldset>
      )}
      {mayMakeOwner && (
        <Checkbox label={t('owner')} hint={t('ownerHint')} checked={draft.owner} onChange={(event) => set({ owner: event.target.checked })} />
      )}
      <Field label={t('days')}>
        {(wires) => (
          <Select
            {...wires}
            value={String(draft.days)}
            options={[1, 3, 7, 14, 30].map((days) => ({ value: String(days), label: t('daysValue', { days }) }))}
            onChange={(event) => set({ days: Number(event.target.value) })}
          />
        )}
      </Field>
      <Button type="submit" variant="primary" pending={pending} className="justify-self-end">
        {t('submit')}
      </Button>
    </form>
  )
}
