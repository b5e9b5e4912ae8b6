/** The verb as a script meets it: files, folders, standard streams, exit codes. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { taskOf } from '@/lib/tasks/registry'
import { doubleread } from '../testing/doubleread'
import { doublereadProcess } from '../testing/doubleread-process'

const folder = mkdtempSync(path.join(tmpdir(), 'convert-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string) => path.join(folder, name)

const run = (args: string[]) => doubleread(['convert', ...args])
/** In a process of its own, for a file on standard output. */
const runWith = (input: string, args: string[]) => doublereadProcess(['convert', ...args], input)

const gold = [
  { id: '../x', text: '患者😊 takes\naspirin', veracity: 'erroneous', spans: [{ start: 2, end: 9, type: 'drug', correction: '=take' }] },
  { id: 'B', text: 'Fine.', veracity: 'correct', licence: 'CC0' },
] // prettier-ignore
const lines = (records: object[]) => records.map((record) => JSON.stringify(record) + '\n').join('')

test('a file goes through other formats and comes back as it was', async () => {
  writeFileSync(at('gold.jsonl'), lines(gold))
  expect(await run(['--from', 'native', '--to', 'native', at('gold.jsonl'), at('whole.jsonl')])).toMatchObject({
    code: 0,
  })
  const { code, out, err } = await runWith('', ['--from', 'native', '--to', 'csv', at('gold.jsonl'), '-'])
  expect({ code, err }).toEqual({ code: 0, err: '2 records converted from native to csv.\n' })
  const back = await runWith(out, ['--from', 'csv', '--to', 'native', '-', '-'])
  expect(back.out).toBe(readFileSync(at('whole.jsonl'), 'utf8'))
})

test(
  'what the target cannot hold is named with counts and refused, until losing it is agreed to',
  async () => {
    writeFileSync(at('gold.jsonl'), lines(gold))
    const refused = await run(['--from', 'native', '--to', 'brat', at('gold.jsonl'), at('brat'), '--json'])
    expect(refused.code).toBe(1)
    expect(refused.err).toMatch(
      /^Would be lost: licence \(1 of 2\): There is no place for it in brat standoff\.\nbrat cannot hold everything: licence \(1\)\./,
    )
    expect(JSON.parse(refused.out)).toMatchObject({
      records: 2,
      refused: 0,
      losses: [{ field: 'licence', records: 1 }],
      written: false,
    })
    expect(readdirSync(folder).filter((name) => name.startsWith('brat'))).toEqual([])

    expect(await run(['--from', 'native', '--to', 'brat', at('gold.jsonl'), at('brat'), '--loss'])).toMatchObject({
      code: 0,
    })
    expect(readdirSync(at('brat')).toSorted()).toEqual([
      '=2e.=2fx.ann',
      '=2e.=2fx.txt',
      '^b.ann',
      '^b.txt',
      'annotation.conf',
    ])
    expect(readFileSync(at('brat/=2e.=2fx.ann'), 'utf8')).toBe(
      'T1\tdrug 2 3;4 9\t😊 takes\n#1\tCorrection T1\t=take\n'.replace('2 3;4 9\t😊 takes', '2 9\t😊 takes'),
    )
    await run(['--from', 'brat', '--to', 'native', at('brat'), at('back.jsonl')])
    const back = { out: readFileSync(at('back.jsonl'), 'utf8') }
    expect(
      back.out
        .split('\n')
        .filter(Boolean)
        .map((line) => (JSON.parse(line) as { id: string }).id)
        .toSorted(),
    ).toEqual(['../x', 'B'])
  },
)

test('rows that cannot be read are named by line, and nothing is written', async () => {
  const bad = [
    gold[1]!,
    { ...gold[0]!, spans: [{ start: 0, end: 99 }] },
    gold[1]!,
    { ...gold[1]!, id: 'C', unheard: 1 },
  ]
  writeFileSync(at('bad.jsonl'), lines(bad) + '{"half\n')
  const { code, out, err } = await run(['--from', 'native', '--to', 'csv', at('bad.jsonl'), at('bad.csv'), '--json'])
  expect(code).toBe(1)
  expect(JSON.parse(out)).toMatchObject({
    refused: 4,
    problems: [
      { line: 2, field: 'spans[0]', reason: 'outside-the-text' },
      { line: 3, field: 'id', reason: 'id-twice' },
      { line: 4, field: 'unheard', reason: 'unknown-field' },
      { line: 5, field: null, reason: 'not-json' },
    ],
  })
  expect(err).toContain('line 2, field spans[0]: This span does not lie within the text.')
  expect(err).toContain(`4 of 5 rows of ${at('bad.jsonl')} cannot be read, so nothing was written.`)
  expect(existsSync(at('bad.csv'))).toBe(false)
})

test('what exists is never written over, and what is asked wrongly is said', async () => {
  writeFileSync(at('there.csv'), 'mine')
  writeFileSync(at('gold.jsonl'), lines(gold))
  mkdirSync(at('folder'), { recursive: true })
  const { out } = await run(['--help'])
  for (const { code } of taskOf('error-spans').formats) expect(out).toMatch(new RegExp(`^  .*\\b${code}\\b`, 'm'))
  const asked = async (...args: string[]) => {
    const { code, err } = await run(args)
    return `${code} ${err.replaceAll(folder, '')}`
  }
  expect(await asked('--from', 'native', '--to', 'csv', at('gold.jsonl'), at('there.csv'))).toMatch(
    /^1 \/there\.csv exists already/,
  )
  expect(readFileSync(at('there.csv'), 'utf8')).toBe('mine')
  expect(await asked('--from', 'native', '--to', 'brat', at('gold.jsonl'), at('folder'))).toMatch(
    /^1 \/folder exists already/,
  )
  expect(await asked('--from', 'native', '--to', 'brat', at('gold.jsonl'), '-')).toMatch(/^1 brat standoff is a folder/)
  expect(await asked('--from', 'brat', '--to', 'native', at('gold.jsonl'), '-')).toMatch(
    /^1 brat standoff is a folder of files, and \/gold\.jsonl is none/,
  )
  expect(await asked('--from', 'native', '--to', 'csv', at('none.jsonl'), '-')).toMatch(
    /^1 There is no file \/none\.jsonl/,
  )
  expect(await asked('--from', 'medec', '--to', 'csv', at('there.csv'), '-')).toMatch(/^1 This is not a MEDEC file/)
  expect(await asked('--from', 'native', '--to', 'morse', at('gold.jsonl'), '-')).toMatch(/^2 /)
  expect(readdirSync(folder).filter((name) => name.includes('.part-'))).toEqual([])
})

test('what only the source holds is lost as well, and is named; bad rows are told what is true of them', async () => {
  const pair = { id: 'p', prompt: 'Which?', chosen: 'This.', rejected: 'That.', subset: 'chat', chosen_model: 'm-1', rejected_model: 'm-2' }
  writeFileSync(at('pairs.jsonl'), lines([pair]))
  const convertPairs = ['--task', 'preference', '--from', 'reward-bench', '--to', 'native', at('pairs.jsonl'), at('pairs-out.jsonl')]
  expect(await run(convertPairs)).toMatchObject({ code: 1, err: expect.stringMatching(/Would be lost: chosen_model \(1 of 1\)[^]*rejected_model \(1\)/) })
  expect((await run([...convertPairs, '--loss'])).code).toBe(0)

  const graded = { prompt_id: 'g', prompt: [{ role: 'user', content: '?' }], example_tags: [], completion: 'So.', rubrics: [{ criterion: 'x', points: 2, tags: [], criteria_met: true, explanation: 'said' }] }
  writeFileSync(at('graded.jsonl'), lines([graded]))
  expect(await run(['--task', 'rubric-authoring', '--from', 'healthbench', '--to', 'native', at('graded.jsonl'), at('graded-out.jsonl')])).toMatchObject({ code: 1, err: expect.stringMatching(/Would be lost: rubrics\.criteria_met/) })

  writeFileSync(at('least.jsonl'), lines([{ text: 'Heart of gold', label: [[0, 5, 'organ']] }]))
  await run(['--from', 'doccano', '--to', 'native', at('least.jsonl'), at('least-out.jsonl')])
  expect(JSON.parse(readFileSync(at('least-out.jsonl'), 'utf8'))).toMatchObject({ id: 'least:1', spans: [{ quote: 'Heart' }] })

  const [rubric] = [{ version: 1, criteria: [{ id: 'a', group: 'main', text: 'x', axis: '', weight: 0.5 }, { id: 'b', group: 'main', text: 'y', axis: '', weight: 0.4 }] }]
  const record = (change: object) => ({ id: 's', prompt: [{ role: 'user', content: '?' }], responses: [{ id: 'r', text: 'z' }], rubric: { ...rubric, ...change }, labels: [] })
  writeFileSync(at('rubrics.jsonl'), lines([record({}), record({ criteria: [] }), record({ criteria: [{ id: 'v', group: 'veto', text: 'x', axis: '', weight: 0.3 }] }), record({ criteria: [{ id: 'v', group: 'veto', text: 'x', axis: '' }], reward: { alpha: 1, beta: 0, lambda: 2 } })]))
  const { err } = await run(['--task', 'rubric-scoring', '--from', 'native', '--to', 'native', at('rubrics.jsonl'), at('rubrics-out.jsonl')])
  expect(err).toMatch(/line 1, field rubric.criteria: The weights of the proficiency criteria do not sum to 1[^]*line 2, field rubric.criteria: This is empty[^]*line 3, field rubric.criteria: Only proficiency criteria have a weight[^]*line 4, field rubric.reward.alpha: This must be below 1/)
})
