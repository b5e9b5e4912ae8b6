import { expect, it } from 'vitest'
import { withTyped } from './with-typed'

const names: Record<string, string> = { cardiology: 'Cardiology', surgery: 'Surgery' }
const kept = (words: string[], typed: string) => withTyped(words, typed, Object.keys(names), (word) => names[word] ?? word)

it('what stands in the box is kept with the words that were added, by the code of what it names', () => {
  expect(kept(['surgery'], 'Cardiology')).toEqual(['surgery', 'cardiology'])
  expect(kept([], ' cardiology ')).toEqual(['cardiology'])
  expect(kept([], 'Sleep medicine')).toEqual(['Sleep medicine'])
})

it('an empty box and a word that is there already add nothing', () => {
  expect(kept(['surgery'], '  ')).toEqual(['surgery'])
  expect(kept(['surgery'], 'Surgery')).toEqual(['surgery'])
})
