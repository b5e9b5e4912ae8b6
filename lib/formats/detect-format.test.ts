import { expect, test } from 'vitest'
import { mappingProblems } from '@/lib/formats/csv-mapping'
import { detectFormat } from '@/lib/formats/detect-format'
import { proposeMapping } from '@/lib/formats/propose-mapping'

const detect = (name: string, text: string) => detectFormat(name, new TextEncoder().encode(text))

test.each([
  ['items.jsonl', '{"id":1,"text":"a"}\n', 'native'],
  ['items.txt', '{"id":1,"text":"a"}\n{"id":', 'native'],
  ['items.jsonl', '{"id":1,"text":"a very long line that the sample cuts', 'native'],
  ['items.json', '{\n  "id": 1\n}', null],
  ['set.json', '[{"sample_id":"s","sentences":"1. a"}]', 'medrect'],
  ['set.json', '[{"prompt_id":"s"}]', null],
  ['set.csv', '\uFEFFText ID,Text,Error Flag\n1,a,0\n', 'medec'],
  ['set.tsv', 'id\ttext\n', 'csv'],
  ['set', '编号;正文\n1;a\n', 'csv'],
  ['note.txt', 'Patient, aged 70, with fever.\n', 'plain'],
  ['note', 'Patient with fever.\n', 'plain'],
  ['[draft].txt', '[sic] Patient with fever.\n', 'plain'],
  ['empty.txt', '', 'plain'],
])('%s beginning %j is proposed as %s', (name, text, kind) => {
  expect(detect(name, text).kind).toBe(kind)
})

test('a table is proposed with its columns and delimiter, whichever it is and whatever stands in quotes', () => {
  expect(detect('a.csv', '"a,b,c";d\n')).toMatchObject({ columns: ['a,b,c', 'd'], delimiter: ';' })
  expect(detect('a.csv', '\n科室\t问题 \t\n')).toMatchObject({ columns: ['科室', '问题', 'column-3'], delimiter: '\t' })
})

test('headers are understood in English and Chinese; what is not known goes to the seal', () => {
  expect(proposeMapping(['department', 'title', 'ask', 'answer', 'model'], ['text'])).toEqual({
    department: 'specialty',
    title: 'tags.title',
    ask: 'tags.ask',
    answer: 'text',
    model: 'sealed.model',
  })
  expect(proposeMapping(['编号', '科室', '问题', '回答', '标签'], ['text'])).toEqual({
    编号: 'id',
    科室: 'specialty',
    问题: 'tags.问题',
    回答: 'text',
    标签: 'sealed.标签',
  })
  expect(proposeMapping(['问题', '回答'], ['prompt', 'response'])).toEqual({ 问题: 'prompt', 回答: 'response' })
  // Whom a conflict of interest is with must stand in the open; a second such column cannot be the same tag.
  expect(proposeMapping(['text', 'Authors', '作者'], ['text'])).toEqual({ text: 'text', Authors: 'tags.author', 作者: 'sealed.作者' })
  expect(proposeMapping(['正文', '作者'], ['text'])).toEqual({ 正文: 'text', 作者: 'tags.author' })
  expect(proposeMapping(['Text', 'answer'], ['text'])).toEqual({ Text: 'text', answer: 'sealed.answer' })
})

test('a proposed mapping always fits, as long as some column can be the text', () => {
  const columns = ['Text', 'ID', 'id 2', 'column-4', 'Sex', 'x'.repeat(300), 'Item-ID', 'constructor']
  expect(mappingProblems(proposeMapping(columns, ['text']), columns, ['text'])).toEqual([])
})
