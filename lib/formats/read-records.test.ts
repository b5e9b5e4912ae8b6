import { expect, test } from 'vitest'
import { preference } from '@/lib/tasks/preference/preference'
import { detectFormat } from './detect-format'
import { readItems } from './read-items'

const records = [
  { id: 'p1', prompt: 'May I?', chosen: 'No.', rejected: 'Yes.', subset: 'safety' },
  { id: 'p2', prompt: 'May I?', chosen: 'No.' },
]
const bytesOf = (text: string) => new TextEncoder().encode(text)
const { contentFields: content, imports } = preference

async function rowsOf(text: string, array: boolean, code = 'reward-bench') {
  async function* once() {
    yield bytesOf(text)
  }
  const rows = []
  for await (const row of readItems(once(), { name: 'pairs.json', content, imports: imports.records, format: { kind: 'records', code, array } })) rows.push(row)
  return rows
}

test.each([
  ['a line each', records.map((record) => JSON.stringify(record)).join('\n'), false, [1, 2]],
  ['in one array', `[\n${records.map((record) => JSON.stringify(record)).join(',\n')}]`, true, [2, 3]],
] as const)('a task’s own records become items, %s: labels in the seal, a bad one an answer with its line', async (_, text, array, lines) => {
  expect(detectFormat('pairs.json', bytesOf(text), imports.records)).toMatchObject({ records: 'reward-bench', array })
  const [good, bad] = await rowsOf(text, array)
  expect(good).toMatchObject({ line: lines[0], item: { id: 'p1', tags: { subset: 'safety' }, sealed: { preference: { chosen: 'a' } } } })
  expect(JSON.stringify(good && 'item' in good && good.item.content)).not.toMatch(/chosen|rejected/)
  expect(bad).toMatchObject({ line: lines[1], field: 'rejected', reason: 'missing' })
})

test('whichever of a task’s sets a first record looks like is proposed, and none where it looks like none', () => {
  const proposed = (record: object) => detectFormat('x.jsonl', bytesOf(JSON.stringify(record)), imports.records)
  expect(proposed({ prompt: '?', chosen: 'a', reject: 'b' })).toMatchObject({ records: 'trl' })
  expect(proposed({ id: 1, conversations: [] })).toMatchObject({ records: 'ultramedical' })
  expect(proposed({ id: 1, prompt: '?', responses: [] })).toMatchObject({ records: null, kind: 'native' })
})

test('a set that the task does not know refuses the file, not its rows', async () => {
  await expect(rowsOf('{}', false, 'healthbench')).rejects.toMatchObject({ reason: 'format-not-for-task' })
})
