/** What a browser remembers of its person's taste. Never holds anything that decides what they may see. */
export const preferenceCookies = {
  locale: 'doubleread-locale',
  theme: 'doubleread-theme',
  timeZone: 'doubleread-time-zone',
} as const

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

export const isTheme = (value: unknown): value is Theme => themes.some((theme) => theme === value)
