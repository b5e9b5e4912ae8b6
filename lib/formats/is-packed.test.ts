import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { isPacked } from './is-packed'

const bytes = (text: string) => new TextEncoder().encode(text)

test('an archive or a document is known by its first bytes; a text that speaks of one is text', () => {
  expect(isPacked(gzipSync('a'.repeat(1_000_000)))).toBe(true)
  expect(isPacked(new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]))).toBe(true)
  expect(isPacked(bytes('%PDF-1.7\n'))).toBe(true)
  for (const text of ['', 'PK', '{"id":"a"}', '\ufeffid,text', 'BZh is a name', '出院小结', 'PAR is short for par value'])
    expect([text, isPacked(bytes(text))]).toEqual([text, false])
})
