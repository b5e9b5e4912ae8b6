/** What files in the wild look like, format by format: read where it is clear what is meant, refused by line where not. */
import { describe, expect, test } from 'vitest'
import { readFiles, formatOf, readText, shortly, spansOf } from './format-files.testing'
import { utf8 } from '@/lib/formats/rows-for-tests'

const gb18030 = Uint8Array.from([0xbb, 0xbc, 0xd5, 0xdf]) // 患者

describe('native lines and CSV', () => {
  test('what score reads is enough: no hash, no quotations, numbers as ids; blank rows and every line end', async () => {
    const lines =
      '\uFEFF{"id":1,"text":"😊ab","veracity":"erroneous","spans":[{"start":1,"end":2}]}\r\n\r\n{"id":"b","text":"x","veracity":"correct"}\n\n'
    expect(shortly(await readText('native', lines), 'id', 'outcome')).toEqual([['1', 'answer'], ['b', 'answer']]) // prettier-ignore
    expect(spansOf((await readText('native', lines))[0])).toEqual(['1-2 : a'])
  })

  test('a span that does not quote its text, a wrong hash and a contradiction are each named', async () => {
    const bad = [
      { spans: [{ start: 0, end: 1, quote: 'b' }] },
      { spans: [{ start: 1, end: 1 }] },
      { textSha256: 'f00', spans: [] },
      { veracity: 'correct', spans: [{ start: 0, end: 1 }] },
      { spans: [{ start: '0', end: 1 }] },
      { veracity: 'maybe' },
    ]
    const lines = bad
      .map((each, index) => JSON.stringify({ id: `${index}`, text: 'a', veracity: 'erroneous', ...each }))
      .join('\n')
    expect(shortly(await readText('native', lines))).toEqual([
      '1 spans[0].quote quote-differs',
      '2 spans[0] outside-the-text',
      '3 textSha256 hash-differs',
      '4 spans spans-on-correct',
      '5 spans.0.start wrong-type',
      '6 veracity not-one-of',
    ])
  })

  test('CSV in GB18030, with semicolons, quoted line ends and blank rows behind; columns unknown here refuse the file', async () => {
    const csv = new Uint8Array([
      ...utf8('id;text;veracity\r\n1;"'),
      ...gb18030,
      ...utf8('\r\n!";correct\r\n;;\r\n\r\n'),
    ])
    expect(shortly(await readText('csv', csv), 'text', 'veracity')).toEqual([['患者\r\n!', 'correct']])
    await expect(readText('csv', 'id,text,veracity,colour\n1,a,correct,red\n')).rejects.toMatchObject({
      reason: 'mapping-does-not-fit',
      fields: [{ path: 'colour' }],
    })
    expect(shortly(await readText('csv', 'id,text,veracity,spans\n1,a,erroneous,[{\n2,b\n'))).toEqual(['2 spans not-json', '3 null too-few-columns']) // prettier-ignore
  })
})

describe('MedFact-like lines and MEDEC', () => {
  test('an error without offsets is found where its words stand once, and nowhere else', async () => {
    const line = (text: string) => JSON.stringify({ id: text, text, veracity: 'erroneous', error_span: '阿司匹林', error_type: 'terminology' }) // prettier-ignore
    const rows = await readText(
      'medfact',
      [line('😊服用阿司匹林。'), line('阿司匹林或阿司匹林'), line('布洛芬')].join('\n'),
    )
    expect(spansOf(rows[0])).toEqual(['3-7 terminology: 阿司匹林'])
    expect(shortly(rows.slice(1))).toEqual(['2 error_span quote-not-unique', '3 error_span quote-not-found'])
  })

  test('of two equal sentences the number says which; without a number it is no guess', async () => {
    const header = 'Text ID,Text,Sentences,Error Flag,Error Type,Error Sentence ID,Error Sentence,Corrected Sentence'
    const row = (number: string) => `t,Rest. Rest.,"0 Rest.\n1 Rest.",1,management,${number},Rest.,Walk.`
    expect(spansOf((await readText('medec', `${header}\n${row('1')}\n`))[0])).toEqual([
      '6-11 management: Rest. → Walk.',
    ])
    expect(shortly(await readText('medec', `${header}\n${row('NA')}\n`))).toEqual(['2 Error Sentence quote-not-unique'])
    expect(shortly(await readText('medec', `${header}\nt,a,,yes,,,,\n`))).toEqual(['2 Error Flag not-a-flag'])
  })
})

describe('Label Studio and doccano', () => {
  const task = (value: object, more: object = {}) =>
    JSON.stringify([
      { id: 7, data: { text: '👩🏾‍⚕️ ab' }, annotations: [{ result: [{ id: 'r', type: 'labels', value }] }], ...more },
    ])

  test('offsets are UTF-16 units; the quotation and the id may be missing, but not wrong', async () => {
    const rows = await readText('label-studio', task({ start: 8, end: 9, labels: ['Drug'] }))
    expect(shortly(rows, 'id', 'veracity')).toEqual([['7', 'erroneous']])
    expect(spansOf(rows[0])).toEqual(['6-7 Drug: a'])
    const reasons = [
      task({ start: 8, end: 9, text: 'b', labels: [] }),
      task({ start: 1, end: 9, labels: [] }),
      task({ start: 8, end: 99, labels: [] }),
      task({}, { annotations: [{ result: [] }, { result: [] }] }),
      task({}, { annotations: [{ result: [], was_cancelled: true }] }),
      task({}, { data: {} }),
    ].map(async (each) => shortly(await readText('label-studio', each)))
    expect((await Promise.all(reasons)).flat()).toEqual([
      '1 annotations.result[0].value.text quote-differs',
      '1 annotations.result[0].value outside-the-text',
      '1 annotations.result[0].value outside-the-text',
      '1 annotations several-answers',
      '1 annotations no-answer',
      '1 data.text missing',
    ])
  })

  test('doccano: labels by any of its names; details of a label that is gone are gone with it', async () => {
    const lines = [
      { id: 1, text: '😊ab', label: [[1, 2, 'X']], meta: { spans: [{ label: [0, 1, 'Y'], correction: 'lost' }, { label: [1, 2, 'X'], correction: 'kept' }] } },
      { id: 2, data: '😊ab', labels: [] },
      { id: 3, text: '😊ab', entities: [{ id: 9, label: 'Z', start_offset: 0, end_offset: 1 }], relations: [] },
      { id: 4, text: 'a' },
      { id: 5, text: 'a', label: [[0]] },
    ] // prettier-ignore
    const rows = await readText('doccano', lines.map((each) => JSON.stringify(each)).join('\n'))
    expect(rows.map(spansOf)).toEqual([['1-2 X: a → kept'], [], ['0-1 Z: 😊'], [], []])
    expect(shortly(rows.slice(3))).toEqual(['4 label missing', '5 label[0] not-of-format'])
  })
})

describe('folders', () => {
  const folder = (files: Record<string, string>) =>
    new Map(Object.entries(files).map(([name, text]) => [name, utf8(text)]))

  test('brat: lines are glued, pieces apart are refused, a lost partner is named, other files mean nothing', async () => {
    const rows = await readFiles(
      formatOf('brat'),
      folder({
        'a.txt': 'one\n\ntwo three',
        'a.ann': 'T1\tX 0 3;5 8\tone two\r\nR1\tof Arg1:T1 Arg2:T1\n',
        'a.b.txt': 'one two three',
        'a.b.ann': 'T1\tX 0 3;8 13\tone three\n',
        'c.ann': '',
        'd.txt': 'd',
        'e.txt': 'e',
        'e.ann': '\nT1 X 0 1 e\n',
        'f.txt': 'f',
        'f.ann': 'T1\tX 0 1\tg\n',
        'visual.conf': '[labels]',
      }),
    )
    expect(rows.filter((row) => 'record' in row).map(spansOf)).toEqual([['0-8 X: one\n\ntwo']])
    expect(rows.filter((row) => 'reason' in row).map((row) => `${row.path} ${shortly([row])[0] as string}`)).toEqual([
      'a.b.ann 1 T1 span-in-pieces',
      'e.ann 2 null not-of-format',
      'f.ann 1 T1 quote-differs',
      'c.ann 1 null no-text',
      'd.txt 1 null no-answer',
    ])
  })

  test('WebAnno: another format, a token of no sentence and half a character are named by line', async () => {
    const head = '#FORMAT=WebAnno TSV 3.3\n#T_SP=a.Span|value\n\n\n'
    const rows = await readFiles(
      formatOf('webanno-tsv'),
      folder({
        'a.tsv': 'id\ttext\n',
        'b.tsv': `${head}#Text=ab\n1-1\t5-6\tb\tX\n`,
        'c.tsv': `${head}#Text=😊\n1-1\t0-1\t😊\tX\n`,
        'd.tsv': `${head}#Text=a\n1-1\tzero\ta\tX\n`,
        'e.tsv': `${head}#Text=a\n1-1\t0-99999999\ta\tX\n`,
        'f.tsv': `${head}#Text=a\n1-1\t99999999-100000000\ta\tX\n`,
      }),
    )
    expect(shortly(rows, 'text')).toEqual([
      '1 null not-of-format',
      ['     ab'],
      '6 0-1 outside-the-text',
      '6 null not-of-format',
      '6 0-99999999 outside-the-text',
      '6 null outside-the-text',
    ])
  })
})

test('W3C: one annotation, a page of them, and a quotation alone; bodies without a purpose have that of the annotation', async () => {
  const source = { id: 'http://example.org/p', type: 'Text', value: 'a b a' }
  const whole = { type: 'Annotation', motivation: 'assessing', body: { type: 'TextualBody', value: 'erroneous' }, target: source } // prettier-ignore
  const span = (selector: object) => ({ type: 'Annotation', motivation: 'editing', body: { type: 'TextualBody', value: 'c' }, target: { source: source.id, selector } }) // prettier-ignore
  const exact = span({ type: 'TextQuoteSelector', exact: 'a', prefix: 'b ' })
  const page = await readText('w3c', JSON.stringify({ type: 'AnnotationPage', items: [whole, exact] }))
  expect(shortly(page, 'id', 'veracity')).toEqual([['http://example.org/p', 'erroneous']])
  expect(spansOf(page[0])).toEqual(['4-5 : a → c'])
  expect(shortly(await readText('w3c', JSON.stringify(whole)), 'veracity')).toEqual([['erroneous']])
  const twice = JSON.stringify([whole, span({ type: 'TextQuoteSelector', exact: 'a' })])
  expect(shortly(await readText('w3c', twice))).toEqual(['1 target.selector quote-not-unique'])
  const differs = [{ type: 'TextPositionSelector', start: 0, end: 1 }, { type: 'TextQuoteSelector', exact: 'b' }] // prettier-ignore
  expect(shortly(await readText('w3c', JSON.stringify([whole, { ...exact, target: { source: source.id, selector: differs } }])))).toEqual(['1 target.selector quote-differs']) // prettier-ignore
})
