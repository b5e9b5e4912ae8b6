import { expect, test } from 'vitest'
import { rubricsIn } from './rubric-file'

const row = (id: unknown, rubric: unknown = { version: 2, criteria: [] }) => JSON.stringify({ id, rubric, prompt: 'left aside' })

test('a file of later rubrics is read line by line, blank lines and either line end included', () => {
  expect(rubricsIn(`${row('a')}\r\n\n${row(7)}\n`)).toEqual({
    rubrics: [
      { id: 'a', rubric: { version: 2, criteria: [] } },
      { id: '7', rubric: { version: 2, criteria: [] } },
    ],
  })
})

test('the first line without an id or a rubric is named', () => {
  for (const bad of ['{', 'null', '{"id":"x"}', row(null), row('x', [])]) expect(rubricsIn(`${row('a')}\n${bad}\n${row('b')}`)).toEqual({ line: 2 })
})
