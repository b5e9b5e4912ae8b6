import { expect, test } from 'vitest'
import { authorsFrom, authorsText, exclusionsFrom, exclusionsText, wordsFrom } from './recipe-text'

test('what is written is what is meant, and comes back as it was written', () => {
  const exclusions = [{ id: 'note-1', reason: 'In a textbook, word for word.' }]
  expect(exclusionsFrom(exclusionsText(exclusions))).toEqual(exclusions)
  expect(exclusionsFrom('a\tb, c\n\n x ')).toEqual([
    { id: 'a', reason: 'b, c' },
    { id: 'x', reason: '' },
  ])
  const authors = [
    { name: 'Li Wei, MD', orcid: null },
    { name: 'Ana Sousa', orcid: '0000-0002-1825-0097' },
  ]
  expect(authorsFrom(authorsText(authors))).toEqual(authors)
  expect(wordsFrom('a, b，c;  ')).toEqual(['a', 'b', 'c'])
})
