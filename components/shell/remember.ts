import type { Locale } from '@/lib/locale'
import { preferenceCookies, type Theme } from '@/lib/preferences'

/** Keeps a taste with whoever is signed in, beyond this browser. */
export type Keep = (preference: { locale: Locale } | { theme: Theme }) => Promise<void>

/** Keeps one taste of this browser for a year. */
export function remember(what: keyof typeof preferenceCookies, value: string) {
  const secure = location.protocol === 'https:' ? '; secure' : ''
  document.cookie = `${preferenceCookies[what]}=${encodeURIComponent(value)}; path=/; max-age=31536000; samesite=lax${secure}`
}
