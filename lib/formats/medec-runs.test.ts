import { expect, test } from 'vitest'
import { mediqaRun } from './mediqa-run'
import { medecSentences } from './medec-sentences'

test('a run: the sentence is read where the flag is 1, NA is no correction, a line that is none is refused by its number', () => {
  const machine = mediqaRun(() => 'utf-8')
  const rows = machine.push('a 1 3 Give rest.\n\nb 0 -1 NA\r\nc 0 2 NA\nd 1 -1 "Quoted."\ne 2 1 x\nf 1\n')
  expect(rows.map((row) => ('value' in row ? row.value : [row.line, row.reason]))).toEqual([
    { id: 'a', flagged: true, sentence: 3, correction: 'Give rest.' },
    { id: 'b', flagged: false, sentence: null, correction: null },
    { id: 'c', flagged: false, sentence: null, correction: null },
    { id: 'd', flagged: true, sentence: null, correction: 'Quoted.' },
    [6, 'not-a-run-line'],
    [7, 'not-a-run-line'],
  ])
})

test('MEDEC sentences stand where they are in the text, in code points, white space aside', () => {
  const text = '𠮷 Pulse is\n106/min and  BP\n is low. Rest.\n'
  const places = medecSentences(text, '0 𠮷 Pulse is\n1 106/min and BP\nis low.\n2 Rest.')
  expect(places).toEqual([
    { start: 0, end: 10 },
    { start: 11, end: 35 },
    { start: 36, end: 41 },
  ])
})

test('a sentence that the text does not have has no place; those behind it keep theirs', () => {
  expect(medecSentences('One. Two.', '0 Onę.\n1 Two.\n2 Two.')).toEqual([null, { start: 5, end: 9 }, null])
})
