import type { Metadata, Viewport } from 'next'
import { getLocale, getNow, getTimeZone, getTranslations } from 'next-intl/server'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { Providers } from '@/components/shell/providers'
import { Words } from '@/components/shell/words'
import { currentPreferences } from '@/lib/auth/current-preferences'
import { isTheme, preferenceCookies } from '@/lib/preferences'
import { messagesJson } from '@/lib/web/messages-json'
import './globals.css'

// A page made ahead of time could not carry the nonce of its request.
export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shell')
  return {
    title: { default: t('product'), template: `%s · ${t('product')}` },
    description: t('tagline'),
    robots: { index: false, follow: false },
  }
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#faf9f6' },
    { media: '(prefers-color-scheme: dark)', color: '#15171a' },
  ],
}

/** Language, theme and words of every page: the person's own where one is signed in, so that nothing flashes. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale()
  const theme = (await currentPreferences()).theme ?? (await cookies()).get(preferenceCookies.theme)?.value
  return (
    <html lang={locale} data-theme={isTheme(theme) ? theme : 'system'}>
      <body>
        <Words locale={locale} now={await getNow()} timeZone={await getTimeZone()} json={await messagesJson()}>
          <Providers>{children}</Providers>
        </Words>
      </body>
    </html>
  )
}
