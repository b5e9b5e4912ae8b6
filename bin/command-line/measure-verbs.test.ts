/** The verbs that measure: what they print where, and how they end. */
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { doubleread } from '../testing/doubleread'
import { doublereadProcess } from '../testing/doubleread-process'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'measures-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function fileOf(name: string, content: string | Uint8Array): Promise<string> {
  const file = path.join(folder, name)
  await writeFile(file, content)
  return file
}

const lines = (...records: object[]) => records.map((record) => JSON.stringify(record)).join('\n')

describe('agreement', () => {
  test('a scale’s length is what could be said, where the file does not show it', async () => {
    const file = await fileOf('two-of-three.csv', ['item,rater,value', ...Array.from({ length: 10 }, (_, nth) => `${nth},a,${nth < 5 ? 'met' : 'not-met'}\n${nth},b,${nth < 4 ? 'met' : 'not-met'}`)].join('\n'))
    const ac = async (...more: string[]) => JSON.parse((await doubleread(['agreement', file, '--metric', 'ac', '--resamples', '10', '--json', ...more])).out).value as number
    // p_o = .9; π (1 - π) of .45 and .55 is .2475 each.
    expect(await ac()).toBeCloseTo((0.9 - 0.495) / (1 - 0.495), 9)
    expect(await ac('--categories', 'met, partly,not-met')).toBeCloseTo((0.9 - 0.2475) / (1 - 0.2475), 9)
  })

  test('one JSON document with exactly the promised fields, from standard input with a mark and mixed line ends', async () => {
    const input = '\uFEFFitem,rater,value\r\n1,a,1\n1,b,2\r\n2,a,10\n2,b,10\n3,a,2\n\n3,b,2\n'
    const args = ['agreement', '-', '--metric', 'alpha', '--level', 'interval', '--json']
    // Once as a shell starts it; everything else here is asked in this process.
    const { code, out } = await doublereadProcess(args, input)
    expect(await doubleread(args, input)).toEqual({ code, out, err: '' })
    expect(code).toBe(0)
    const { value, interval, ...rest } = JSON.parse(out)
    expect(value).toBeGreaterThan(0.9)
    expect(interval).toEqual({
      low: expect.any(Number),
      high: expect.any(Number),
      confidence: 0.95,
      method: 'bootstrap-percentile',
    })
    expect(rest).toEqual({
      metric: 'alpha',
      level: 'interval',
      weights: null,
      reason: null,
      items: 3,
      raters: 2,
      ratings: 6,
    })
  })

  test('Chinese values in GB18030 are read; what is undefined is null with a reason, and done', async () => {
    const words = { 对: [0xb6, 0xd4] }
    const row = (item: number, rater: string) => [...new TextEncoder().encode(`${item},${rater},`), ...words.对, 0x0a]
    const bytes = [
      ...new TextEncoder().encode('item,rater,value\n'),
      ...[1, 2].flatMap((n) => [...row(n, 'a'), ...row(n, 'b')]),
    ]
    const file = await fileOf('gb.csv', Uint8Array.from(bytes))
    const { code, out } = await doubleread(['agreement', file, '--metric', 'cohen', '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      value: null,
      reason: expect.stringMatching(/same/),
      interval: null,
      items: 2,
    })
  })

  test('bad rows are named by line and refuse the file; nothing is printed on standard output', async () => {
    const file = await fileOf('bad.csv', 'rater,item,value\na,1,x\nb,1,\nb,2\na,1,z\n')
    const { code, out, err } = await doubleread(['agreement', file, '--metric', 'percent', '--json'])
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(/line 3, field value/)
    expect(err).toMatch(/line 4/)
    expect(err).toMatch(/line 5.*line 2/)
  })

  test('texts have the order that --categories says, where it names them all', async () => {
    const words = ['met', 'partly', 'not-met']
    const rated = [[0, 0], [1, 2], [2, 2], [0, 1]]
    const table = (names: readonly string[]) => `item,rater,value\n${rated.flatMap((pair, item) => pair.map((value, rater) => `${item},${rater},${names[value]}\n`)).join('')}`
    const weighted = async (names: readonly string[], ...more: string[]) => {
      const file = await fileOf('scale.csv', table(names))
      const { out } = await doubleread(['agreement', file, '--metric', 'cohen', '--weights', 'linear', '--json', ...more])
      return (JSON.parse(out) as { value: number }).value
    }
    const right = await weighted(['0', '1', '2'])
    expect(await weighted(words, '--categories', words.join(','))).toBe(right)
    expect(await weighted(words)).not.toBe(right)
    expect(await weighted(words, '--categories', 'partly')).toBe(await weighted(words))
  })

  test('one item has no interval: drawn again it is always itself', async () => {
    const file = await fileOf('one.csv', 'item,rater,value\n1,a,x\n1,b,y\n')
    const { out } = await doubleread(['agreement', file, '--metric', 'percent', '--json'])
    expect(JSON.parse(out)).toMatchObject({ value: 0, interval: null })
  })

  test('a metric that is not there is refused by name; a missing option is misuse; help has an example', async () => {
    const refused = await doubleread(['agreement', '-', '--metric', 'kendall'])
    expect([refused.code, refused.err]).toEqual([1, expect.stringMatching(/no metric "kendall".*alpha/)])
    expect((await doubleread(['agreement', '-'])).code).toBe(2)
    for (const wrong of [['alpha', '--level', 'ordinary'], ['cohen', '--weights', 'heavy'], ['cohen', '--level', 'ordinal'], ['span-f1', '--match', 'near']])
      expect([await doubleread(['agreement', '-', '--metric', ...wrong]).then(({ code }) => code), wrong]).toEqual([2, wrong])
    expect(await doubleread(['agreement', tmpdir(), '--metric', 'alpha'])).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/is a folder; a file is expected/) })
    const help = await doubleread(['agreement', '--help'])
    expect([help.code, help.out]).toEqual([0, expect.stringMatching(/Example/)])
  })

  test('spans: F1 of pairs of readers, under the match rule that is asked for', async () => {
    const file = await fileOf(
      'spans.jsonl',
      lines(
        { item: '1', rater: 'a', length: 20, spans: [{ start: 0, end: 4, label: 'x' }] },
        { item: '1', rater: 'b', length: 20, spans: [{ start: 0, end: 5, label: 'x' }] },
      ),
    )
    const f1 = async (match: string) =>
      JSON.parse((await doubleread(['agreement', file, '--metric', 'span-f1', '--match', match, '--json'])).out).value
    expect(await f1('exact')).toBe(0)
    expect(await f1('overlap:0.8')).toBe(1)
  })
})

test('reliability: one JSON document with exactly the promised fields; a rater may rate an item twice', async () => {
  const file = await fileOf('r.csv', 'item,rater,value\n1,a,x\n1,a,x\n1,b,x\n2,a,y\n2,b,y\n')
  const { code, out } = await doubleread(['reliability', file, '--model', 'dawid-skene', '--json'])
  expect(code).toBe(0)
  expect(JSON.parse(out)).toEqual({
    model: 'dawid-skene',
    classes: ['x', 'y'],
    prior: { x: 0.5, y: 0.5 },
    raters: {
      a: { confusion: { x: { x: 1, y: 0 }, y: { x: 0, y: 1 } }, ratings: 3 },
      b: { confusion: { x: { x: 1, y: 0 }, y: { x: 0, y: 1 } }, ratings: 2 },
    },
    items: {
      1: { posterior: { x: 1, y: 0 }, label: 'x' },
      2: { posterior: { x: 0, y: 1 }, label: 'y' },
    },
    iterations: expect.any(Number),
    logLikelihood: expect.closeTo(2 * Math.log(0.5), 9),
  })
})

describe('score error-spans', () => {
  const gold = lines(
    {
      id: '1',
      text: '𠮷 Give 5 mg.',
      veracity: 'erroneous',
      spans: [{ start: 7, end: 11, type: 'dose' }],
      tags: { ward: 'a' },
    },
    { id: '2', text: 'Give rest.', veracity: 'correct', spans: [], tags: { ward: 'a' } },
    { id: '3', text: 'Give water.', veracity: 'correct', spans: [] },
    { id: '4', text: 'x', outcome: 'unusable', veracity: null, spans: [] },
  )

  test('one JSON document with exactly the promised fields; what is missing counts as wrong', async () => {
    const goldFile = await fileOf('gold.jsonl', gold)
    const predictions = lines(
      { id: '1', veracity: 'erroneous', spans: [{ quote: '5 mg' }] },
      { id: '2', veracity: 'correct' },
    )
    const { code, out } = await doubleread(
      ['score', 'error-spans', '--gold', goldFile, '--predictions', '-', '--json'],
      predictions,
    )
    expect(code).toBe(0)
    const { by, ...all } = JSON.parse(out)
    expect(all).toEqual({
      counts: { tp: 1, fp: 1, fn: 0, tn: 1, flagged: 2, erroneous: 1, localised: 1, missing: 1 },
      veracity: { precision: 0.5, recall: 1, f1: 2 / 3, accuracy: 2 / 3 },
      localisation: { precision: 0.5, recall: 1, f1: 2 / 3 },
      overCriticism: 0.5,
      match: 'exact',
    })
    expect(Object.keys(by)).toEqual(['type', 'ward'])
    expect(by.ward.a.counts).toMatchObject({ tp: 1, tn: 1, missing: 0 })
  })

  test('ids that are unknown or given twice, and spans outside their text, are refused with their line', async () => {
    const goldFile = await fileOf('gold.jsonl', gold)
    const spans = [{ start: 7, end: 99 }]
    const file = await fileOf(
      'predictions.jsonl',
      lines(
        { id: '1', veracity: 'erroneous', spans },
        { id: '2', veracity: 'correct' },
        { id: '2', veracity: 'correct' },
        { id: 'nobody', veracity: 'correct' },
        { id: '4', veracity: 'correct' },
      ),
    )
    const { code, out, err } = await doubleread([
      'score',
      'error-spans',
      '--gold',
      goldFile,
      '--predictions',
      file,
      '--json',
    ])
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(/line 1, field spans\[0\]/)
    expect(err).toMatch(/line 3, field id.*“2”.*line 2/)
    expect(err).toMatch(/line 4, field id.*“nobody”/)
    expect(err).not.toMatch(/line 5/)
  })

  test('gold counts the same in MEDEC CSV as in the records it was made from, also where sentences begin with a mark or stand twice', async () => {
    const texts = [
      { id: '-a', text: 'Fever since Monday.\n- Give 500 mg of warfarin daily.\n- Rest.', start: 20, end: 52 },
      { id: 'b', text: '- Give 5 mg of warfarin. Rest.', start: 0, end: 24 },
      { id: 'c', text: '🩺 No fever. Give aspirin. No fever.', start: 26, end: 35 },
    ]
    const goldFile = await fileOf('marked.jsonl', lines(...texts.map(({ id, text, start, end }) => ({ id, text, veracity: 'erroneous', spans: [{ start, end }] })), { id: 'd', text: 'All is well.', veracity: 'correct', spans: [] }))
    const medecFile = path.join(folder, 'marked.csv')
    expect(await doubleread(['convert', '--from', 'native', '--to', 'medec', goldFile, medecFile])).toMatchObject({ code: 0 })
    const predictions = lines(...texts.map(({ id, start, end }) => ({ id, veracity: 'erroneous', spans: [{ start, end }] })), { id: 'd', veracity: 'correct' })
    const score = async (file: string, match: string, said: string) => {
      const { out, err } = await doubleread(['score', 'error-spans', '--gold', file, '--predictions', '-', '--match', match, '--json'], said)
      const { localised, missing } = JSON.parse(out).counts as Record<string, number>
      return { localised, missing, err }
    }
    for (const match of ['sentence', 'exact'])
      for (const file of [goldFile, medecFile]) expect(await score(file, match, predictions)).toEqual({ localised: 3, missing: 0, err: '' })
    expect(await score(medecFile, 'sentence', '-a 1 1 NA\nb 1 0 NA\nc 1 2 NA\nd 0 -1 NA\n')).toEqual({ localised: 3, missing: 0, err: '' })
  })

  test('errors of the gold that nothing says the place of are counted on standard error: no prediction localises them', async () => {
    const goldFile = await fileOf('placeless.csv', 'Text ID,Text,Sentences,Error Flag,Error Type,Error Sentence ID,Error Sentence,Corrected Sentence,Corrected Text\na,Rest. Rest.,,1,x,NA,Rest.,NA,NA\nb,Rest.,,1,x,NA,Walk.,NA,NA\nc,Rest.,,0,NA,-1,NA,NA,NA\n')
    const { code, out, err } = await doubleread(['score', 'error-spans', '--gold', goldFile, '--predictions', '-', '--json'], 'a 1 0 NA\nb 1 0 NA\nc 0 -1 NA\n')
    expect([code, JSON.parse(out).counts.localised]).toEqual([0, 0])
    expect(err).toMatch(/^2 erroneous items of the gold have no place in their text, "a" first; /m)
  })

  const set = path.join(process.cwd(), '../shared/data/medec-ms')
  test.skipIf(!existsSync(set))(
    'the published MEDEC files score as published, as they are (skipped where ../shared is absent)',
    async () => {
      const [goldFile, run] = ['MEDEC-MS-ValidationSet-with-GroundTruth-and-ErrorType.csv', 'mediqa-corr-baseline-run-1.txt'] as const // prettier-ignore
      const files = ['--gold', path.join(set, goldFile), '--predictions', path.join(set, run)]
      const { out } = await doubleread(['score', 'error-spans', ...files, '--match', 'sentence', '--json'])
      const { veracity, localisation, overCriticism } = JSON.parse(out)
      expect([veracity.precision, veracity.recall, veracity.f1].map((value) => value.toFixed(6))).toEqual(['0.525896', '0.827586', '0.643118'])
      expect([localisation.precision, localisation.recall, localisation.f1].map((value) => value.toFixed(6))).toEqual([
        '0.316733',
        '0.498433',
        '0.387333',
      ])
      expect(overCriticism.toFixed(6)).toBe('0.933333')
    },
  )
})
