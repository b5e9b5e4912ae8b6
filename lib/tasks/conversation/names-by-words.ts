import { seedOfText } from '@/lib/stats/seed-of-text'

type Worded = { id: string; words: string }

/**
 * What the parts of an item are called where they are shown: by what they say and nothing else, since their ids may tell where they come
 * from. So a name means the same words from every seat, in every order and under every later version of the item, and none at all once
 * the words are others: half-done work can be taken up anywhere and never speaks of what its writer has not read. Parts that say the
 * same are told apart by a number. Tells nothing that the words do not tell. O(characters).
 */
export function namesByWords(parts: readonly Worded[]): { nameOf: (id: string) => string | undefined; idOf: (name: string) => string | undefined } {
  const ids = new Map<string, string>()
  // By id and not by place: how a file lists them decides nothing.
  for (const { id, words } of parts.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const name = printOf(words)
    const same = ids.has(name) ? firstFree(name, ids) : name
    ids.set(same, id)
  }
  const names = new Map([...ids].map(([name, id]) => [id, name]))
  return { nameOf: (id) => names.get(id), idOf: (name) => ids.get(name) }
}

function firstFree(name: string, taken: ReadonlyMap<string, string>): string {
  let nth = 2
  while (taken.has(`${name}-${nth}`)) nth++
  return `${name}-${nth}`
}

/** 64 bits, so that no two texts of an item or of its versions are taken for one another. */
const printOf = (words: string): string => [words, `${words.length}:${words}`].map((text) => seedOfText(text).toString(16).padStart(8, '0')).join('')
