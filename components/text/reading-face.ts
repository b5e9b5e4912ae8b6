/** Languages written in Han characters, kana or Hangul: another face and a measure counted in full-width characters. */
const eastAsian = /^(zh|ja|ko|yue|wuu|lzh)\b/i

const han = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]/g

/** Whether a text reads as East Asian: by its language, or, where none is known, by what most of its letters are. */
export function isEastAsian(text: string, language: string | null): boolean {
  if (language) return eastAsian.test(language)
  const start = text.slice(0, 2_000)
  return (start.match(han)?.length ?? 0) * 2 > start.replace(/\s/g, '').length
}
