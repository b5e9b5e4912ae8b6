'use client'
import { KeyRound } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { DataTable } from '@/components/ui/data-table'
import { IconButton } from '@/components/ui/icon-button'
import { LicenceBadge } from './licence-badge'
import { roles, type Role } from './roles'
import { useLanguageName } from './use-language-name'
import { useSpecialtyName } from './use-specialty-name'

export type MemberShown = {
  personId: string
  name: string
  email: string
  deactivated: boolean
  roles: Role[]
  specialties: string[]
  languages: string[]
  licenceExpires: string | null
  yearsOfPractice: number | null
  conflicts: number
}

/** One row a member, one box a role: checked is held. */
export function MemberTable({
  members,
  me,
  today,
  busy,
  onChange,
  onReset,
}: {
  members: MemberShown[]
  me: string
  today: string
  busy: boolean
  onChange: (personId: string, role: Role, give: boolean) => void
  /** They have lost their password. */
  onReset: (person: { id: string; name: string }) => void
}) {
  const t = useTranslations('people')
  const specialty = useSpecialtyName()
  const languageName = useLanguageName()
  const inRow = (words: readonly string[]) => words.join(t('comma'))
  return (
    <DataTable
      caption={t('study.members')}
      captionHidden
      rows={members}
      rowKey={({ personId }) => personId}
      empty={t('study.none')}
      columns={[
        {
          key: 'name',
          header: t('columns.name'),
          names: true,
          cell: ({ name, email, deactivated }) => (
            <span className="grid justify-items-start text-start">
              {name}
              <span className="text-sm font-normal text-ink-soft">{email}</span>
              {deactivated && <Badge>{t('deactivated')}</Badge>}
            </span>
          ),
        },
        ...roles.map((role) => ({
          key: role,
          header: t(`roles.${role}`),
          align: 'center' as const,
          cell: ({ personId, name, roles: held, deactivated }: MemberShown) => (
            <input
              type="checkbox"
              aria-label={t('study.roleOf', { role: t(`roles.${role}`), name })}
              className="size-4 align-middle pointer-coarse:size-6"
              checked={held.includes(role)}
              disabled={busy || (deactivated && !held.includes(role))}
              onChange={(event) => onChange(personId, role, event.target.checked)}
            />
          ),
        })),
        { key: 'specialties', header: t('columns.specialties'), cell: (member) => <span className="inline-block min-w-20">{inRow(member.specialties.map(specialty.nameOf))}</span> },
        { key: 'languages', header: t('columns.languages'), cell: (member) => <span className="inline-block min-w-20">{inRow(member.languages.map(languageName))}</span> },
        { key: 'licence', header: t('columns.licence'), cell: ({ licenceExpires }) => <LicenceBadge expires={licenceExpires} today={today} /> },
        { key: 'years', header: t('columns.years'), align: 'end', cell: ({ yearsOfPractice }) => yearsOfPractice },
        { key: 'conflicts', header: t('columns.conflicts'), align: 'end', cell: ({ conflicts }) => conflicts || '' },
        {
          key: 'actions',
          header: <span className="sr-only">{t('columns.actions')}</span>,
          align: 'end',
          cell: ({ personId, name, deactivated }) =>
            personId !== me &&
            !deactivated && (
              <IconButton
                size="small"
                label={`${t('reset.action')}: ${name}`}
                icon={<KeyRound size={16} aria-hidden />}
                onClick={() => onReset({ id: personId, name })}
              />
            ),
        },
      ]}
    />
  )
}
