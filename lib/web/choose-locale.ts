import { locales, type Locale } from '@/lib/locale'

/** The person's own choice, else the first language of their browser that we speak, else English. Any Chinese is ours. */
export function chooseLocale(kept: string | undefined, acceptLanguage: string | null): Locale {
  const chosen = locales.find((locale) => locale === kept)
  if (chosen) return chosen
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const quality = parameters.map((p) => /^\s*q=([\d.]+)$/.exec(p)?.[1]).find((q) => q !== undefined)
      return { language: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality) }
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
  for (const { language } of wanted) {
    const known = locales.find((locale) => locale.split('-')[0] === language)
    if (known) return known
  }
  return 'en'
}
