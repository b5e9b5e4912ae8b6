/** `score rubric` and `score preference` from outside: what they print, and what they refuse. */
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { doubleread } from '../testing/doubleread'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'scores-'))
})
afterAll(() => rm(folder, { recursive: true }))

const lines = (...records: object[]) => records.map((record) => JSON.stringify(record)).join('\n')

/** Gold in a file, predictions on standard input. */
async function score(what: 'rubric' | 'preference', gold: string | { file: string }, predictions: string) {
  const file = typeof gold === 'string' ? path.join(folder, `${what}.jsonl`) : gold.file
  if (typeof gold === 'string') await writeFile(file, gold)
  return doubleread(['score', what, '--gold', file, '--predictions', '-', '--json'], predictions)
}

describe('score rubric', () => {
  const criterion = (points: number, axis: string) => ({ criterion: 'c', points, tags: ['level:example', `axis:${axis}`] })
  const gold = lines(
    { prompt_id: 'x', example_tags: ['theme:t'], rubrics: [criterion(6, 'accuracy'), criterion(4, 'completeness'), criterion(-5, 'accuracy')] },
    { prompt_id: 'y', example_tags: [], rubrics: [criterion(10, 'accuracy')] },
  )

  test('one JSON document with exactly the promised fields; a record without a prediction meets nothing', async () => {
    const { code, out, err } = await score('rubric', gold, lines({ prompt_id: 'x', met: [true, true, true] }))
    expect(code).toBe(0)
    expect(JSON.parse(out)).toEqual({
      mean: 0.25,
      clippedMean: 0.25,
      standardError: 0.25,
      byTag: { 'theme:t': { mean: 0.5, n: 1 } },
      byAxis: { accuracy: { mean: 1 / 12, n: 2 }, completeness: { mean: 1, n: 1 } },
      perItem: { x: 0.5, y: 0 },
    })
    expect(err).toMatch(/1 of 2/)
  })

  test('too few truth values, unknown records and records given twice are refused with their line', async () => {
    const bad = lines({ prompt_id: 'x', met: [true] }, { prompt_id: 'nobody', met: [] }, { prompt_id: 'y', met: [true] }, { prompt_id: 'y', met: [true] }, { met: [] })
    const { code, out, err } = await score('rubric', gold, bad)
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(/line 1, field met: .*3 × true/)
    expect(err).toMatch(/line 2, field prompt_id: .*“nobody”/)
    expect(err).toMatch(/line 4, field prompt_id: .*line 3/)
    expect(err).toMatch(/line 5, field prompt_id: .*missing/)
  })

  const graded = path.join(process.cwd(), '../shared/data/healthbench-sample/healthbench_graded_100.jsonl')
  test.skipIf(!existsSync(graded))('HealthBench: the hundred graded records score as their makers say (skipped where ../shared is absent)', async () => {
    const records = readFileSync(graded, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as { prompt_id: string; score: number; rubrics: { criteria_met: boolean }[] })
    const { code, out, err } = await score('rubric', { file: graded }, lines(...records.map(({ prompt_id, rubrics }) => ({ prompt_id, met: rubrics.map((one) => one.criteria_met) }))))
    expect([code, err]).toEqual([0, ''])
    const { clippedMean, byAxis, perItem } = JSON.parse(out)
    expect(clippedMean).toBeCloseTo(0.485298, 6)
    for (const { prompt_id, score: theirs } of records) expect(perItem[prompt_id]).toBeCloseTo(theirs, 9)
    expect(Object.entries(byAxis as Record<string, { mean: number; n: number }>).map(([axis, { mean, n }]) => `${axis} ${mean.toFixed(6)} ${n}`)).toEqual([
      'accuracy 0.616337 80',
      'communication_quality 0.649632 42',
      'completeness 0.406145 83',
      'context_awareness 0.393932 71',
      'instruction_following 0.451035 20',
    ])
  })
})

test('a record may have any id, and one without a prediction is said to meet nothing', async () => {
  const records = ['__proto__', 'b'].map((prompt_id) => ({ prompt_id, prompt: [{ role: 'user', content: '?' }], rubrics: [{ criterion: 'x', points: 2, tags: [] }, { criterion: 'y', points: -1, tags: [] }] }))
  const { out, err } = await score('rubric', lines(...records), lines({ prompt_id: '__proto__', met: [true, true] }))
  expect(Object.entries((JSON.parse(out) as { perItem: object }).perItem)).toEqual([['__proto__', 0.5], ['b', 0]])
  expect(err).toBe('1 of 2 have no prediction; they count as meeting no criterion.\n')
})

describe('score preference', () => {
  const gold = lines({ id: 1, chosen: 'a' }, { id: 1, axis: 'safety', chosen: 'b', violatedA: true, violatedB: false }, { id: '2', axis: 'safety', chosen: 'tie', violatedA: false, violatedB: false })

  test('one JSON document with exactly the promised fields; ties are counted and belong to no accuracy', async () => {
    const said = lines({ id: '1', scoreA: 0.2, scoreB: 0.1 }, { id: '1', axis: 'safety', scoreA: -1, scoreB: -1, violatedA: true, violatedB: true }, { id: '2', axis: 'safety', scoreA: 3, scoreB: 3, violatedA: false, violatedB: false })
    const { code, out } = await score('preference', gold, said)
    expect(code).toBe(0)
    expect(JSON.parse(out)).toEqual({
      accuracy: 1,
      byAxis: { safety: { accuracy: 0, pairs: 1, ties: 1 } },
      pairs: 1,
      ties: 0,
      veto: { precision: 0.5, recall: 1, f1: 2 / 3 },
    })
  })

  test('a system that says nothing of violations has no veto; half of what is said of them is refused', async () => {
    const plain = await score('preference', gold, lines({ id: '1', scoreA: 1, scoreB: 0 }))
    expect(JSON.parse(plain.out)).toMatchObject({ accuracy: 1, veto: null })
    const half = await score('preference', gold, lines({ id: '1', scoreA: 1, scoreB: 0, violatedA: true }, { id: '1', axis: 'style', scoreA: 1, scoreB: 0 }))
    expect([half.code, half.out]).toEqual([1, ''])
    expect(half.err).toMatch(/line 1, field violatedB/)
    expect(half.err).toMatch(/line 2, field id: .*1 · style/)
  })
})
