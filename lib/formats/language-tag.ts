/** Shape of a BCP 47 tag as material names languages: the language, then script, country or variant. */
const shape = /^[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8})*$/

/** The canonical form of a language tag (`ZH_cn` is `zh-CN`, `iw` is `he`); null where a text is none. Whether such a language exists is not asked. */
export function languageTag(text: string): string | null {
  if (!shape.test(text)) return null
  try {
    return Intl.getCanonicalLocales(text.replaceAll('_', '-'))[0] ?? null
  } catch {
    return null
  }
}
