/** Numbers for reasons, in the order in which a table first gives them: what `NoValue` points to and `Footnotes` says. */
export function footnotesOf(sentences: Iterable<string | null>): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>()
  for (const sentence of sentences) if (sentence !== null && !numbers.has(sentence)) numbers.set(sentence, numbers.size + 1)
  return numbers
}
