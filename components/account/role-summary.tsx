import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'

type Role = 'reader' | 'adjudicator' | 'admin' | 'researcher'

/** The studies a person has a part in, and which. */
export function RoleSummary({ owner, studies }: { owner: boolean; studies: readonly { name: string; archived: boolean; roles: readonly Role[] }[] }) {
  const t = useTranslations('account.studies')
  const roleName = useTranslations('people.roles')
  if (studies.length === 0 && !owner) return <p className="text-ink-soft">{t('none')}</p>
  return (
    <ul className="grid gap-2">
      {owner && <li className="font-medium">{t('owner')}</li>}
      {studies.map(({ name, archived, roles }) => (
        <li key={name} className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span>{name}</span>
          {roles.map((role) => (
            <Badge key={role}>{roleName(role)}</Badge>
          ))}
          {archived && <span className="text-sm text-ink-faint">{t('archived')}</span>}
        </li>
      ))}
    </ul>
  )
}
