import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { detectFormat, detectionBytes } from '@/lib/formats/detect-format'
import type { ItemRow } from '@/lib/formats/item-row'
import { readItems } from '@/lib/formats/read-items'
import { taskOf, type TaskCode } from './registry'

const data = path.resolve('../shared/data')

async function broughtIn(task: TaskCode, file: string) {
  const bytes = readFileSync(path.join(data, file))
  const { contentFields: content, imports } = taskOf(task)
  const { records, array } = detectFormat(file, bytes.subarray(0, detectionBytes), imports.records)
  if (records === null) throw new Error(`${file} looks like none of ${task}'s sets`)
  async function* once() {
    yield bytes
  }
  const rows: ItemRow[] = []
  for await (const row of readItems(once(), { name: path.basename(file), content, imports: imports.records, format: { kind: 'records', code: records, array } })) rows.push(row)
  const items = rows.flatMap((row) => ('item' in row ? [row.item] : []))
  return { records, items, refused: rows.flatMap((row) => ('item' in row ? [] : [`${row.field} ${row.reason}`])) }
}

test.skipIf(!existsSync(data))('public sets are known by their first record and come in whole: HealthBench with grades, K-QA (skipped without ../shared)', async () => {
  const graded = await broughtIn('rubric-scoring', 'healthbench-sample/healthbench_graded_100.jsonl')
  expect(graded).toMatchObject({ records: 'healthbench', refused: [] })
  expect(graded.items).toHaveLength(100)
  // What graders said is in the seal, and no reader sees it.
  for (const { content, sealed } of graded.items) {
    expect(sealed).toHaveProperty('labels')
    expect(content).not.toHaveProperty('labels')
  }
  const kqa = await broughtIn('rubric-scoring', 'kqa/questions_w_answers.jsonl')
  expect(kqa).toMatchObject({ records: 'kqa', refused: [] })
  expect(kqa.items).toHaveLength(201)
})

test.skipIf(!existsSync(data))('UltraMedical’s documented records come in whole as instructions to write a rubric for (skipped without ../shared)', async () => {
  const set = await broughtIn('rubric-authoring', 'ultramedical-sample/examples.json')
  expect(set).toMatchObject({ records: 'ultramedical', refused: [] })
  expect(set.items).toHaveLength(50)
  for (const { content, sealed } of set.items) {
    expect((content as { responses: unknown[] }).responses).toHaveLength(1)
    expect(sealed).toHaveProperty('score')
  }
})

test.skipIf(!existsSync(data))('a set whose records cannot be items says so row by row (skipped without ../shared)', async () => {
  const raw = await broughtIn('rubric-scoring', 'healthbench-sample/healthbench_sample_9.jsonl')
  // Rubrics alone: there is nothing yet that could be scored.
  expect(raw).toMatchObject({ records: 'healthbench', items: [] })
  expect(new Set(raw.refused)).toEqual(new Set(['responses too-short']))
  // One reply alone is nothing to compare.
  const replies = await broughtIn('preference', 'ultramedical-sample/examples.json')
  expect(replies).toMatchObject({ records: 'ultramedical', items: [] })
  expect(new Set(replies.refused)).toEqual(new Set(['responses too-short']))
})
