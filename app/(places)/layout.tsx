import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { AppShell } from '@/components/shell/app-shell'
import { viewerOrSignIn } from '@/lib/auth/viewer-or-sign-in'
import { readShell } from '@/lib/services/read-shell'
import { paths } from '@/lib/web/paths'
import { keepPreference } from '../keep-preference'
import { leave } from './leave'

/** The frame of the signed-in pages. Hides what a person has no role for; what they may see is decided in the services. */
export default async function PlacesLayout({ children }: { children: ReactNode }) {
  const { person, places, studies } = await readShell(await viewerOrSignIn())
  const t = await getTranslations('shell')
  return (
    <AppShell
      person={person}
      places={places.map((place) => ({ place, href: paths[place]() }))}
      homeHref={paths.home()}
      accountHref={paths.account()}
      commands={
        studies.length > 0
          ? [{ heading: t('places.studies'), entries: studies.map(({ slug, name }) => ({ id: `study-${slug}`, label: name, href: paths.study(slug) })) }]
          : []
      }
      signOut={leave}
      keep={keepPreference}
    >
      {children}
    </AppShell>
  )
}
