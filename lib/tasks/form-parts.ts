import { z } from 'zod'
import { locales, type Locale, type Localised } from '@/lib/locale'

/** What the forms of several tasks are made of. */
const text = z.string().max(4_000)
export const localised = z.strictObject(
  Object.fromEntries(locales.map((locale) => [locale, text])) as Record<Locale, typeof text>,
) satisfies z.ZodType<Localised>

export const named = localised.refine((name) => locales.every((locale) => name[locale].trim() !== ''), 'name-missing')

export const code = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,79}$/, 'code-malformed')

/** Whether no two have one code. */
export const noTwins = (list: readonly { code: string }[]): boolean => new Set(list.map((one) => one.code)).size === list.length

export const obligation = z.enum(['required', 'optional', 'off'])
