import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { taskCodes, taskOf, type TaskCode } from '@/lib/tasks/registry'
import type { JsonObject } from '@/lib/tasks/task'
import { cardFrontMatter } from './card-front-matter'
import { featurePython, featureYaml, statedFeatures, type Feature } from './feature'
import { factsFor } from './facts.testing'
import { fieldsFrom } from './facts-of'
import { snippetsFor } from './snippets'

const fieldsOf = (task: TaskCode) => fieldsFrom(z.toJSONSchema(taskOf(task).recordSchema) as JsonObject)
const files = ['train', 'test'].map((split) => ({ path: `native/${split}.jsonl`, split: split as 'train' | 'test' }))

/** Every name that a record has a value under, with those of what it lies in; what has names of its own ends there. */
function namesIn(schema: JsonObject, under = ''): string[] {
  const options = (schema['anyOf'] ?? [schema]) as JsonObject[]
  return options.flatMap(({ items, properties }) => [
    ...(items ? namesIn(items as JsonObject, `${under}[]`) : []),
    ...Object.entries((properties ?? {}) as Record<string, JsonObject>).flatMap(([name, of]) => [`${under}.${name}`, ...namesIn(of, `${under}.${name}`)]),
  ])
}
const namesOf = (feature: Feature, under: string): string[] =>
  typeof feature === 'string' ? [] : 'list' in feature ? namesOf(feature.list, `${under}[]`) : feature.struct.flatMap(({ name, feature: of }) => [`${under}.${name}`, ...namesOf(of, `${under}.${name}`)])

test.each(taskCodes)('every field of the records of %s is stated with what it holds, in the card and in the commands that load it', (task) => {
  const fields = fieldsOf(task)
  const stated = statedFeatures(fields)!
  expect(namesOf({ struct: stated }, '')).toEqual(namesIn(z.toJSONSchema(taskOf(task).recordSchema) as JsonObject))
  expect(stated.filter(({ feature }) => feature === 'json').map(({ name }) => name)).toEqual(task === 'preference' ? ['tags', 'axes'] : ['tags'])
  expect(cardFrontMatter({ ...factsFor(), fields })).toContain(`dataset_info:\n- config_name: "native"\n  features:\n${featureYaml(stated, '  ')}`)
  const { text } = snippetsFor({ address: null, version: '1.0.0', slug: 'x', files, fields }).find(({ of }) => of === 'datasets')!
  for (const { name, feature } of stated) expect(text).toContain(`    "${name}": ${featurePython(feature)},\n`)
  expect(text).toContain('features=features)')
})

test('a release from before fields said what they hold is loaded as it was', () => {
  const fields = factsFor().fields.map(({ name, type, description }) => ({ name, type, description }))
  expect(cardFrontMatter({ ...factsFor(), fields })).not.toContain('dataset_info')
  expect(snippetsFor({ address: null, version: '1.0.0', slug: 'x', files, fields })[1]!.text).toBe('from datasets import load_dataset\n\ndata_files = {"train": "native/train.jsonl", "test": "native/test.jsonl"}\ndataset = load_dataset("json", data_files=data_files)')
})

const hasDatasets = spawnSync('python3', ['-c', 'from datasets import Json']).status === 0

/** Records of a schema: once with nothing that may be empty, once with something everywhere. */
function recordOf(schema: JsonObject, full: boolean, name = 'x'): unknown {
  const options = ((schema['anyOf'] ?? [schema]) as JsonObject[]).flatMap(({ type, ...of }): JsonObject[] => [type ?? null].flat().map((each) => ({ ...of, type: each })))
  if (!full && options.some(({ type }) => type === 'null')) return null
  const { type, items, properties, required, enum: words, const: word } = options.find((one) => one['type'] !== 'null')!
  if (type === 'array') return full ? [recordOf(items as JsonObject, full)] : []
  if (type === 'object' && !properties) return full ? { [name]: name === 'axes' ? { pick: 'tie', response: null, strength: 1 } : 'x' } : {}
  if (type === 'object') return Object.fromEntries(Object.entries(properties as Record<string, JsonObject>).flatMap(([key, of]) => (full || (required as string[]).includes(key) ? [[key, recordOf(of, full, key)]] : [])))
  return word ?? (words as string[] | undefined)?.[0] ?? (type === 'string' ? 'x' : type === 'boolean' ? true : 1)
}

test.skipIf(!hasDatasets).each(taskCodes)('splits of %s of which one holds what the other has nowhere load by the commands and by the card (skipped where Python has no datasets with Json)', (task) => {
  const folder = mkdtempSync(join(tmpdir(), 'features-'))
  try {
    const fields = fieldsOf(task)
    const schema = z.toJSONSchema(taskOf(task).recordSchema) as JsonObject
    mkdirSync(join(folder, 'native'))
    writeFileSync(join(folder, 'native/train.jsonl'), `${JSON.stringify(recordOf(schema, false))}\n`.repeat(30))
    writeFileSync(join(folder, 'native/test.jsonl'), `${JSON.stringify(recordOf(schema, false))}\n${JSON.stringify(recordOf(schema, true))}\n`)
    const facts = factsFor()
    const ofRelease = { ...facts, fields, splits: facts.splits.map((split) => ({ ...split, hidden: false })), files: files.map((file) => ({ ...file, format: 'native', bytes: 1, sha256: 'x' })) }
    writeFileSync(join(folder, 'README.md'), cardFrontMatter(ofRelease))
    const { text } = snippetsFor({ address: null, version: '1.0.0', slug: 'x', files, fields }).find(({ of }) => of === 'datasets')!
    const counts = '\nprint([(split, len(dataset[split]), sorted(dataset[split].column_names)) for split in ("train", "test")])\n'
    const run = spawnSync('python3', ['-c', `${text}${counts}dataset = load_dataset(${JSON.stringify(folder)})${counts}`], { cwd: folder, encoding: 'utf8', env: { ...process.env, HF_HOME: join(folder, 'cache'), HF_HUB_OFFLINE: '1' } })
    expect(run.stderr.split('\n').slice(-3).filter((line) => line.includes('Error'))).toEqual([])
    const names = JSON.stringify(fields.map(({ name }) => name).sort()).replaceAll('"', "'").replaceAll(',', ', ')
    expect(run.stdout.trim().split('\n')).toEqual(Array.from({ length: 2 }, () => `[('train', 30, ${names}), ('test', 2, ${names})]`))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
