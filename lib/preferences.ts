/**
 * What a browser remembers of its person's taste; of who is signed in, language and theme are kept with the person and go
 * before it (lib/auth/current-preferences). Never holds anything that decides what they may see.
 */
export const preferenceCookies = {
  locale: 'doubleread-locale',
  theme: 'doubleread-theme',
  timeZone: 'doubleread-time-zone',
} as const

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

export const isTheme = (value: unknown): value is Theme => themes.some((theme) => theme === value)
