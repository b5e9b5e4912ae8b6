'use client'
import { Keyboard, LogOut, UserRound } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Menu } from '@/components/ui/menu'

/** Who is signed in, their account, and the way out. */
export function AccountMenu({
  person,
  accountHref,
  onShortcuts,
  onSignOut,
}: {
  person: { name: string; email: string }
  accountHref: string
  onShortcuts: () => void
  onSignOut: () => void
}) {
  const t = useTranslations('shell')
  return (
    <Menu
      trigger={(props) => (
        <button
          {...props}
          type="button"
          aria-label={t('account', { name: person.name })}
          className="grid size-9 place-items-center rounded-full border border-line bg-surface text-sm font-medium text-accent uppercase hover:border-edge pointer-coarse:size-11"
        >
          {[...person.name.trim()][0] ?? <UserRound size={16} aria-hidden />}
        </button>
      )}
      entries={[
        { kind: 'heading', label: person.email },
        { kind: 'link', label: t('accountSettings'), href: accountHref, icon: <UserRound size={16} aria-hidden /> },
        {
          kind: 'action',
          label: t('shortcuts'),
          onSelect: onShortcuts,
          shortcut: '?',
          icon: <Keyboard size={16} aria-hidden />,
        },
        { kind: 'separator' },
        { kind: 'action', label: t('signOut'), onSelect: onSignOut, icon: <LogOut size={16} aria-hidden /> },
      ]}
    />
  )
}
