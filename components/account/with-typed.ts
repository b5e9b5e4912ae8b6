/** The words with what still stands in their box, which is a known word if it is the name of one. */
export function withTyped(words: readonly string[], typed: string, known: readonly string[], nameOf: (word: string) => string): string[] {
  const text = typed.trim()
  const word = known.find((one) => nameOf(one).toLowerCase() === text.toLowerCase()) ?? text
  return word && !words.includes(word) ? [...words, word] : [...words]
}
