/** The languages of the interface; everything that a person reads exists in each of them. */
export const locales = ['en', 'zh-CN'] as const
export type Locale = (typeof locales)[number]
export type Localised = Record<Locale, string>
