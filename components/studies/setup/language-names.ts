/** Names of languages for people: zh-CN is a script to them, not a country. */
export function languageNames(locale: string): (tag: string) => string {
  const names = new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' })
  return (tag) => names.of(tag === 'zh-CN' ? 'zh-Hans' : tag) ?? tag
}
