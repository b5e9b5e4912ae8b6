import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { lineDecoder } from '@/lib/formats/decode-lines'
import type { Encoding } from '@/lib/formats/encoding'
import { undecodableMark } from '@/lib/formats/marks'

const utf8 = (text: string) => new TextEncoder().encode(text)
function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * text.length))
  for (let at = 0; at < text.length; at += 1) view.setUint16(2 * at, text.charCodeAt(at), littleEndian)
  return new Uint8Array(view.buffer)
}
/** GB18030 of a few characters, by the standard's table: two bytes for 患者无明显诱因胸痛, four for 𠮷. */
const gb: Record<string, number[]> = {
  患: [0xbb, 0xbc],
  者: [0xd5, 0xdf],
  无: [0xce, 0xde],
  明: [0xc3, 0xf7],
  显: [0xcf, 0xd4],
  诱: [0xd3, 0xd5],
  因: [0xd2, 0xf2],
  胸: [0xd0, 0xd8],
  痛: [0xcd, 0xb4],
  '𠮷': [0x95, 0x34, 0xb2, 0x35],
}
const gb18030 = (text: string) => Uint8Array.from(Array.from(text).flatMap((each) => gb[each] ?? [each.charCodeAt(0)]))

function decode(bytes: Uint8Array, cuts: readonly number[] = [], encoding?: Encoding) {
  const decoder = lineDecoder({ encoding })
  let text = ''
  let start = 0
  for (const cut of [...cuts.map((each) => each % (bytes.length + 1)).toSorted((a, b) => a - b), bytes.length]) {
    text += decoder.push(bytes.slice(start, cut))
    start = cut
  }
  return { text: text + decoder.end(), encoding: decoder.encoding(), marked: decoder.marked() }
}

const sentence = fc
  .array(fc.constantFrom('患者', '无明显', '诱因', '胸痛', '𠮷', 'a', ' ', ',', '\n', '\r\n', '\r'), { maxLength: 30 })
  .map((parts) => parts.join(''))
const cuts = fc.array(fc.nat(), { maxLength: 10 })

test('text comes out exactly, in every encoding that is detected and however the bytes are cut', () => {
  fc.assert(
    fc.property(sentence, cuts, (body, at) => {
      const text = '患者' + body
      expect(decode(utf8(text), at)).toEqual({ text, encoding: 'utf-8', marked: false })
      expect(decode(utf8('\uFEFF' + text), at)).toEqual({ text, encoding: 'utf-8', marked: true })
      expect(decode(utf16('\uFEFF' + text, true), at)).toEqual({ text, encoding: 'utf-16le', marked: true })
      expect(decode(utf16('\uFEFF' + text, false), at)).toEqual({ text, encoding: 'utf-16be', marked: true })
      expect(decode(gb18030(text), at)).toEqual({ text, encoding: 'gb18030', marked: false })
    }),
  )
})

test('the encoding is found however late the first character that is not ASCII comes', () => {
  const ascii = 'plain line\n'.repeat(20_000)
  const cutAt = Array.from({ length: 50 }, (_, index) => 4_801 * index)
  for (const tail of ['患者胸痛\n', '患者胸痛\n'.repeat(20_000)]) {
    expect(decode(gb18030(ascii + tail), cutAt)).toEqual({ text: ascii + tail, encoding: 'gb18030', marked: false })
    expect(decode(utf8(ascii + tail), cutAt)).toEqual({ text: ascii + tail, encoding: 'utf-8', marked: false })
  }
})

test('bytes that are no text mark their own line and no other', () => {
  const bad = new Uint8Array([...utf8('胸痛\na'), 0xff, 0xfe, ...utf8('b\r\n诱因\n')])
  const { text, encoding } = decode(bad)
  expect(encoding).toBe('utf-8')
  expect(text).toBe(`胸痛\na${undecodableMark}${undecodableMark}b\r\n诱因\n`)
})

test('a replacement character that the file itself holds is text', () => {
  expect(decode(utf8('a\uFFFDb')).text).toBe('a\uFFFDb')
})

test('Latin-1 accents are not taken for Chinese', () => {
  const latin = Uint8Array.from('été à l’hôpital\nfièvre élevée\n'.replace('’', "'"), (each) => each.charCodeAt(0))
  expect(decode(latin).encoding).toBe('utf-8')
})

test('one bad line does not turn a UTF-8 file into GB18030, nor a good one a GB18030 file into UTF-8', () => {
  const good = utf8('患者胸痛\n'.repeat(3))
  expect(decode(new Uint8Array([...gb18030('胸痛\n'), ...good])).encoding).toBe('utf-8')
  expect(decode(new Uint8Array([...gb18030('患者胸痛\n'.repeat(3)), ...utf8('胸痛\n')])).encoding).toBe('gb18030')
})

test('what a person says of the encoding holds against what was detected', () => {
  expect(decode(gb18030('a\n'), [], 'gb18030')).toEqual({ text: 'a\n', encoding: 'gb18030', marked: false })
  expect(decode(utf16('胸痛', true), [1], 'utf-16le').text).toBe('胸痛')
})
