const comma = /[,，]/u

/**
 * The tags that a field says, commas between them, each once. A tag of `known` that holds a comma itself, as files may bring it, stays
 * one where its words stand untouched.
 */
export function tagsIn(text: string, known: readonly string[]): string[] {
  const whole = known.filter((tag) => comma.test(tag)).sort((a, b) => b.length - a.length)
  const found: string[] = []
  let rest = text.trimStart()
  while (rest !== '') {
    const one = whole.find((tag) => rest.startsWith(tag) && /^\s*(?:$|[,，])/u.test(rest.slice(tag.length)))
    const end = one?.length ?? (rest.search(comma) < 0 ? rest.length : rest.search(comma))
    found.push(one ?? rest.slice(0, end).trim().slice(0, 200).trim())
    rest = rest.slice(end).replace(/^\s*[,，]?\s*/u, '')
  }
  return [...new Set(found.filter((tag) => tag !== ''))].slice(0, 50)
}
