/**
 * Whether two wordings are the same to whoever judges by them: the same words, numbers and signs in the same order. Aside are
 * only spacing where it parts nothing, the capital that a word begins with, closing punctuation, full width, and signs that
 * are drawn in several ways (dashes, quotation marks, mL for ml). Likeness of letters decides nothing: 0.5 and 5.0, < and >,
 * hyper- and hypo-, 停用 and 不停用 are nearly the same letters. An equivalence. O(n).
 */
export const sameWording = (a: string, b: string): boolean => a === b || plainWording(a) === plainWording(b)

/** What a wording has in common with those that are the same. Every step makes fewer wordings apart, so each is as narrow as can be: a needless dispute costs a key press, a missed one a dose. */
export const plainWording = (text: string): string =>
  text
    // 10⁵ is not 105 and 1½ not 11/2, which compatibility makes of them; of a name like SpO₂ the small figure is no exponent.
    .replace(/[^\p{No}]+|[₀-₉]+/gu, (part) => part.normalize('NFKC'))
    .replace(/\p{Cf}/gu, '')
    .replace(/[‐-―−]/gu, '-')
    .replace(/[“-‟«»「」『』]/gu, '"')
    .replace(/[‘-‛]/gu, "'")
    .replace(/。/gu, '.')
    .replace(/\s+/gu, ' ')
    .replace(/ ?([<>=≤≥≈≠±×/]) ?/gu, '$1')
    .replace(/ (?=%)|(?<=\p{N}) (?=\p{Ll})|(?<=\p{sc=Han}) | (?=\p{sc=Han})/gu, '')
    // Not in a unit, where M is not m; and AIDS, pH or mM keep theirs, since only a word's first letter is looked at.
    .replace(/(?<![\p{L}\p{N}/])(?<!\p{N} )\p{Lu}/gu, (letter) => letter.toLowerCase())
    .replace(/(?<=(?:\p{N} ?|\/)[μmcdnf]?)L(?![\p{L}\p{N}])/gu, 'l')
    .replace(/[\s.,;:!]+$/u, '')
    .trimStart()
