import { expect, test } from 'vitest'
import { canonical } from '@/lib/formats/canonical'
import type { JsonObject } from '../../task'
import { evaluation } from '../score/evaluation'
import { contentFields } from '../content'
import { cutSentences } from '../sentences'
import { csv } from './csv'
import { filesOf, readFiles } from './format-files.testing'
import { medec } from './medec'
import { native } from './native'

const text = 'Her pulse is 106/min. She has 发热🤒 and  rests.'
const cell = '0 Her pulse is\n1 106/min. She has 发热🤒\n2 nothing of it\n3 and rests.'
const header = 'Text ID,Text,Sentences,Error Flag,Error Type,Error Sentence ID,Error Sentence,Corrected Sentence,Corrected Text\n'
const row = `a,"${text}","${cell}",1,drug,3,and  rests.,NA,NA\n`
const sentences = [{ start: 0, end: 12 }, { start: 13, end: 33 }, null, { start: 34, end: 45 }]

test('how a MEDEC file numbers sentences goes with the record and comes back from it, and what cannot hold it says so', async () => {
  const held = (path: string, content: string) => new Map([[path, new TextEncoder().encode(content)]])
  const recordIn = async (...given: Parameters<typeof readFiles>): Promise<JsonObject> => {
    const [found] = await readFiles(...given)
    if (!found || !('record' in found)) throw new Error(JSON.stringify(found))
    return found.record
  }
  const record = await recordIn(medec, held('a.csv', header + row))
  expect(record).toMatchObject({ id: 'a', sentences })
  expect(await recordIn(native, held('a.jsonl', `${canonical(record)}\n`))).toEqual(record)
  expect(await recordIn(medec, await filesOf(medec, [record]))).toEqual(record)
  const lost: string[] = []
  await filesOf(medec, [record], (fields) => lost.push(...fields))
  expect(lost).not.toContain('sentences')
  await filesOf(csv, [record], (fields) => lost.push(...fields))
  expect(lost).toContain('sentences')
  expect([medec, csv].map((format) => format.losses(record).some(({ field }) => field === 'sentences'))).toEqual([false, true])
  // A numbering is stated by the file that has it, also where we would cut alike.
  const alike = await recordIn(medec, held('b.csv', `${header}b,One. Two.,"0 One.\n1 Two.",0,NA,-1,NA,NA,NA\n`))
  expect(alike['sentences']).toEqual(cutSentences('One. Two.'))
  expect(medec.losses(alike)).toEqual([])
})

test('a run is scored by the numbers that the record states, and systems are given them', () => {
  const record: JsonObject = { id: 'a', text, textSha256: '', sentences, veracity: 'erroneous', spans: [{ start: 34, end: 45, quote: 'and  rests.', type: 'drug' }], tags: {} }
  const marked = (sentence: number) => evaluation.kindOf(evaluation.mark(record, evaluation.readRunLine!({ id: 'a', flagged: true, sentence }).prediction, { match: 'sentence' }).mark)
  expect([0, 1, 2, 3].map(marked)).toEqual(['3', '3', '3', '4'])
  expect(evaluation.input(record)).toMatchObject({ sentences })
})

test('sentences that do not lie in the text are refused with the item', () => {
  expect(contentFields.safeParse({ text: 'abc', sentences: [{ start: 0, end: 3 }, null] }).success).toBe(true)
  for (const place of [{ start: 0, end: 4 }, { start: 2, end: 2 }]) expect(contentFields.safeParse({ text: 'abc', sentences: [place] }).success).toBe(false)
})
