'use client'
import { UserPlus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { roles, type Role } from './roles'

export type Candidate = { personId: string; name: string; email: string }

/** Gives a first role to somebody who has an account already. */
export function AddMember({ candidates, onAdd }: { candidates: readonly Candidate[]; onAdd: (personId: string, role: Role) => Promise<boolean> }) {
  const t = useTranslations('people')
  const [personId, setPersonId] = useState('')
  const [role, setRole] = useState<Role>('reader')
  const [pending, setPending] = useState(false)
  async function submit(event: FormEvent) {
    event.preventDefault()
    if (!personId) return
    setPending(true)
    if (await onAdd(personId, role)) setPersonId('')
    setPending(false)
  }
  return (
    <form onSubmit={(event) => void submit(event)} aria-label={t('study.add')} className="grid items-end gap-3 border-t border-line bg-paper px-5 py-4 sm:grid-cols-[1fr_12rem_auto]">
      <Field label={t('study.add')}>
        {(wires) => (
          <Select
            {...wires}
            required
            value={personId}
            placeholder={t('study.person')}
            options={candidates.map(({ personId: value, name, email }) => ({ value, label: `${name} · ${email}` }))}
            onChange={(event) => setPersonId(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('study.role')}>
        {(wires) => (
          <Select
            {...wires}
            value={role}
            options={roles.map((value) => ({ value, label: t(`roles.${value}`) }))}
            onChange={(event) => setRole(roles.find((one) => one === event.target.value) ?? 'reader')}
          />
        )}
      </Field>
      <Button type="submit" pending={pending} icon={<UserPlus size={16} aria-hidden />}>
        {t('study.addNow')}
      </Button>
    </form>
  )
}
