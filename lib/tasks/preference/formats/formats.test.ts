import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { recordReader } from '@/lib/formats/read-record'
import { trlItem } from '../../conversation/imports/pair-item'
import { rewardBenchItem } from '../../conversation/imports/reward-bench-item'
import { ultraMedicalItem } from '../../conversation/imports/ultramedical-item'
import { holdsTheLaw } from '../../conversation/formats-law.testing'
import { filesOf, readFiles } from '../../error-spans/formats/format-files.testing'
import { anyRecords, content, withHashes } from '../any-readings.testing'
import { contentFields } from '../content'
import { verdictRecord } from '../record'
import { recordSchema } from '../record-schema'
import { formats } from './formats'

test.each(formats.map((format) => [format.code, format] as const))('%s: what was written reads back as it was, but for the fields that are said to be lost', async (_, format) => {
  expect(await holdsTheLaw(format, anyRecords, withHashes)).toBeGreaterThan(50)
})

const head = { id: 'i-1', textSha256: '', language: 'en', specialty: null, group: null, source: null, licence: 'CC0', tags: { subset: 'drugs', type: 'Exam' } }
const said = { basis: 'consensus', version: 1, protocol: 1, rationale: null, cause: null } as const
const recordOf = (response: string | null) =>
  verdictRecord(head, content, said, { overall: response === null ? { pick: 'tie', response: null, strength: null } : { pick: 'response', response, strength: 1 }, axes: {}, rationale: '', shown: [] })
const linesOf = async (code: string, response: string | null) => {
  const format = formats.find((each) => each.code === code)!
  const [bytes] = (await filesOf(format, await withHashes([recordOf(response)]))).values()
  return new TextDecoder().decode(bytes)
}

describe('as others read them', () => {
  test('the best of three is two pairs, a tie is none', async () => {
    const trl = (await linesOf('trl', 'one')).trim().split('\n').map((line) => JSON.parse(line) as object)
    const reply = (nth: number) => [{ role: 'assistant', content: content.responses[nth]!.text }]
    expect(trl).toEqual([
      { id: 'i-1/1', prompt: content.prompt, chosen: reply(0), rejected: reply(1) },
      { id: 'i-1/2', prompt: content.prompt, chosen: reply(0), rejected: reply(2) },
    ])
    expect(await linesOf('trl', null)).toBe('')
    expect(JSON.parse((await linesOf('reward-bench', 'two')).split('\n')[0]!)).toEqual({
      id: 'i-1/1', prompt: content.prompt[0]!.content, chosen: 'Yes.', rejected: content.responses[0]!.text, subset: 'drugs',
    }) // prettier-ignore
    expect(JSON.parse(await linesOf('ultramedical', 'two'))).toMatchObject([{ id: 'i-1', type: 'Exam', conversations: [{ from: 'human' }, { from: 'gpt', value: 'Yes.' }] }])
  })

  test('a usable record is of the shape that releases promise', async () => {
    const [record] = await withHashes([recordOf('one')])
    expect(recordSchema.parse(record)).toEqual(record)
  })
})

test('a choice that cannot be is refused by its line: of no response there is, of none, and beside a tie', async () => {
  const native = formats.find(({ code }) => code === 'native')!
  const choice = (pick: string, response: string | null, strength: number | null = null) => ({ pick, response, strength })
  const read = async (more: object) => {
    const [row] = await readFiles(native, new Map([['f', new TextEncoder().encode(JSON.stringify({ id: 'i-1', prompt: content.prompt, responses: content.responses, licence: 'CC0', ...more }))]]))
    return 'record' in row! ? 'taken' : [row!.line, row!.field, row!.reason]
  }
  expect(await read({ overall: choice('response', 'one', 2), axes: { safety: choice('tie', null), style: choice('response', 'two') } })).toBe('taken')
  expect(await read({ overall: choice('response', 'zzz') })).toEqual([1, 'overall.response', 'unknown-id'])
  expect(await read({ overall: choice('response', null) })).toEqual([1, 'overall.response', 'missing'])
  expect(await read({ overall: choice('all-bad', 'one') })).toEqual([1, 'overall.response', 'beside-no-choice'])
  expect(await read({ overall: choice('response', 'one'), axes: { safety: choice('tie', null, 7) } })).toEqual([1, 'axes.safety.strength', 'beside-no-choice'])
  expect(await read({ overall: choice('response', 'one'), axes: { safety: choice('response', 'zzz') } })).toEqual([1, 'axes.safety.response', 'unknown-id'])
})

describe('pairs of others', () => {
  const at = { stem: 'pairs', line: 3 }
  const user = [{ role: 'user', content: 'Hm?' }]
  const turn = (text: string) => [{ role: 'assistant', content: text }]

  test('which response was chosen is sealed and shows in neither name nor order', () => {
    const one = trlItem({ prompt: user, chosen: turn('x'), rejected: turn('y') }, at)
    const other = trlItem({ prompt: user, chosen: turn('y'), rejected: turn('x') }, at)
    expect(one).toMatchObject({ id: 'pairs:3', responses: [{ id: 'a', text: 'x' }, { id: 'b', text: 'y' }], sealed: { preference: { chosen: 'a' } } })
    expect({ ...other, sealed: null }).toEqual({ ...one, sealed: null })
    expect(other).toMatchObject({ sealed: { preference: { chosen: 'b' } } })
  })

  test('a prompt within both completions, texts for messages, and reject for rejected are understood', () => {
    const explicit = trlItem({ prompt: user, chosen: turn('x'), rejected: turn('y') }, at)
    expect(trlItem({ chosen: [...user, ...turn('x')], rejected: [...user, ...turn('y')] }, at)).toEqual(explicit)
    expect(trlItem({ prompt: user, chosen: 'x', reject: 'y' }, at)).toEqual(explicit)
    expect(trlItem({ prompt: user, chosen: 'x' }, at)).toEqual({ field: 'rejected', reason: 'missing', values: { format: 'TRL' } })
    expect(trlItem({ prompt: user, chosen: [...user, ...turn('x')], rejected: 'y' }, at)).toMatchObject({ field: 'chosen', reason: 'not-of-format' })
  })

  test('columns of nobody are refused by name', async () => {
    const trl = formats.find(({ code }) => code === 'trl')!
    const line = (more: object) => new TextEncoder().encode(JSON.stringify({ prompt: user, chosen: 'x', rejected: 'y', ...more }))
    for (const name of ['score', 'reason']) expect(await readFiles(trl, new Map([['f', line({ [name]: 'z' })]]))).toMatchObject([{ line: 1, field: name, reason: 'unknown-field' }])
  })

  test('RewardBench: models are sealed, the subset is a tag', () => {
    const item = rewardBenchItem({ id: 7, prompt: 'Hm?', chosen: 'y', chosen_model: 'm1', rejected: 'x', rejected_model: 'm2', subset: 's' }, at)
    expect(recordReader(contentFields)(item as Record<string, unknown>)).toMatchObject({ id: '7', tags: { subset: 's' }, sealed: { preference: { chosen: 'b' }, models: { a: 'm2', b: 'm1' } } })
  })
})

const outputs = path.join(process.cwd(), '../shared/data/ultramedical-sample/medqa_outputs.json')
test.skipIf(!existsSync(outputs))('UltraMedical: six models’ outputs are responses, and no model’s name is outside the seal (skipped where ../shared is absent)', () => {
  const rows = JSON.parse(readFileSync(outputs, 'utf8')) as Record<string, unknown>[]
  const items = rows.map((row) => recordReader(contentFields)(ultraMedicalItem(row) as Record<string, unknown>))
  expect(items).toHaveLength(9)
  for (const item of items) {
    if ('reason' in item) throw new Error(JSON.stringify(item))
    expect(item.content.responses).toHaveLength(6)
    const models = Object.values(item.sealed['models'] as Record<string, string>)
    expect(models).toContain('BioMistral-7B-Zephyr-Beta-SLERP_base')
    const open = JSON.stringify({ ...item, sealed: null })
    for (const model of models) expect(open).not.toContain(model)
  }
})
