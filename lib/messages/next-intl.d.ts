import type { Locale } from '@/lib/locale'
import type { Messages } from './en'

/** Makes TypeScript refuse a key that no message file holds. */
declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: Messages
  }
}
