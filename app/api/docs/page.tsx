import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ApiDocs } from '@/components/api-docs/api-docs'
import { PublicShell } from '@/components/shell/public-shell'
import { authSettings } from '@/lib/auth/auth-settings'
import { openApi } from '@/lib/web/api/open-api'
import { operations } from '@/lib/web/api/operations'
import { paths } from '@/lib/web/paths'
import { keepPreference } from '../../keep-preference'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('api-docs'))('title') }
}

/** For whoever writes a program, signed in or not: it says what can be asked, and nothing of what is there. */
export default function ApiDocsPage() {
  return (
    <PublicShell keep={keepPreference}>
      <ApiDocs document={openApi(operations)} origin={authSettings().origin} documentHref={paths.openApi()} accountHref={paths.account()} />
    </PublicShell>
  )
}
