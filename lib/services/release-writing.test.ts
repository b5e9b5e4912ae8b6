import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { releaseReadingsQuery } from '@/lib/db/release-items'
import { taskCodes, taskOf, type TaskCode } from '@/lib/tasks/registry'
import type { JsonObject } from '@/lib/tasks/task'
import { dataFiles } from './release-data'
import { writingOf, writtenOtherwise } from './release-writing'

/** Of each task records such as its verdicts make, with what writers trip over. Drawn once and kept, so that nothing but a writer changes what is written. */
const recordsOf = (code: TaskCode) => readFileSync(`lib/services/testing/written/${code}.jsonl`, 'utf8').trim().split('\n')

/** Two readers, of whom the second labels the other way round. */
function readingsOf(record: string): string {
  const { labels = [] } = JSON.parse(record) as { labels?: JsonObject[] }
  const turned = labels.map((label, nth) => ({ ...label, label: labels.at(-1 - nth)!['label']! }))
  return JSON.stringify({ readings: [{ reader: 'R-2', labels }, { reader: 'R-1', labels: turned }] })
}

/** By format, the number of its rules and the beginning of the hash of what it writes. */
async function printsOf(code: TaskCode): Promise<Record<string, string>> {
  const task = taskOf(code)
  const records = recordsOf(code)
  const recipe = { formats: task.formats.map((format) => format.code), readers: 'pseudonyms' } as const
  async function* read(query: string) {
    yield records.map((record) => (query === releaseReadingsQuery('r', 'test') ? [record, readingsOf(record)] : [record]))
  }
  const writing = writingOf(task, recipe)
  const prints: Record<string, string> = {}
  for (const { path, format, pieces } of dataFiles({ releaseId: 'r', task, recipe, splits: ['test'], read })) {
    if (format === 'readings') continue
    const hash = createHash('sha256').update(`${path}\n`)
    let length = 0
    for await (const bytes of pieces()) {
      hash.update(bytes)
      length += bytes.length
    }
    expect(length).toBeGreaterThan(200)
    prints[format] = `${writing[format]} ${hash.digest('hex').slice(0, 16)}`
  }
  return prints
}

test('the same records make the files that each format’s number stands for; who writes them otherwise raises its `writing` and puts the new print here', async () => {
  const prints = Object.fromEntries(await Promise.all(taskCodes.map(async (code) => [code, await printsOf(code)] as const)))
  expect(prints).toEqual({
    'error-spans': {
      brat: '1 f101838ac4c4b35f',
      csv: '2 446112f43a720582',
      doccano: '1 c3852e23af4b4709',
      'label-studio': '1 785d3fe476f75391',
      medec: '2 4e3f322ca4ed2cae',
      medfact: '1 a7ec8d132c472795',
      native: '1 cb6f53e397976197',
      parquet: '1 1fa2e1e55d37bc78',
      w3c: '1 17b6bff594fbe436',
      'webanno-tsv': '1 b025ecc562826c03',
    },
    preference: { csv: '2 8b61085c065f8a59', parquet: '1 30cb92cec4fbc4d4', native: '1 3c83ccfceaefcd55', 'reward-bench': '1 90516f78679ee5a1', trl: '1 99222ac04ba967fe', ultramedical: '1 89ec7184a4068bde' },
    'rubric-authoring': {
      csv: '2 b78ddc4247bd6e50', parquet: '1 758265d42f064103',
      examples: '1 b190951605aa5244',
      healthbench: '1 e304a9106bb02f9c',
      kqa: '1 1b5fd673ea204d7f',
      native: '1 0791dce1254c675a',
      'scoring-items': '1 8d34d65fa69ef2f8',
    },
    'rubric-scoring': {
      csv: '2 f86d6daa2e29ebee', parquet: '1 45c0b34edb7867f7',
      'explicit-criteria': '2 294ab4c5dcc39a0b',
      healthbench: '1 acec6a5e03619553',
      'meta-evaluation': '1 a95c4a69c5899e13',
      native: '1 df5df32854ed0f4d',
      'reward-bench': '1 de4a1c2b372b5f54',
      rewards: '1 a75b2c2ac63acab7',
      trl: '2 459efc29001c6024',
    },
  })
})

test('what a release was written by is held against today’s rules, format by format; of one from before numbers were kept, the first; records are records by any rules', () => {
  const today = { native: 2, medec: 2 }
  const codes = ['native', 'medec', 'gone', 'readings']
  expect(codes.filter(writtenOtherwise({ native: 1, medec: 1, gone: 1 }, today))).toEqual(['medec', 'gone'])
  expect(codes.filter(writtenOtherwise(undefined, { ...today, gone: 1 }))).toEqual(['medec'])
})
