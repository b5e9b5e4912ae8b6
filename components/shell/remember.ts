import { preferenceCookies } from '@/lib/preferences'

/** Keeps one taste of this browser for a year. */
export function remember(what: keyof typeof preferenceCookies, value: string) {
  const secure = location.protocol === 'https:' ? '; secure' : ''
  document.cookie = `${preferenceCookies[what]}=${encodeURIComponent(value)}; path=/; max-age=31536000; samesite=lax${secure}`
}
