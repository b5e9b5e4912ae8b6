import fc from 'fast-check'
import { expect, test } from 'vitest'
import { filePathOfId, idOfFilePath } from '@/lib/formats/file-path-of-id'
import { anyCodePoint } from '@/lib/spans/any-text.testing'

const anyId = fc.oneof(
  fc.string({ unit: anyCodePoint, minLength: 1, maxLength: 200 }),
  fc.constantFrom('../x', '..', '.', '-rf', '/etc/passwd', 'C:\\x', 'con', 'COM1.txt', 'a+', 'a+/b', '^a', '=2f', 'A', 'a', '病例一', '患'.repeat(200), 'x'.repeat(200), 'e\u0301', 'é'),
) // prettier-ignore

test('an id comes back from its path, and no two ids share one, also where cases are not told apart', () => {
  fc.assert(
    fc.property(anyId, anyId, (a, b) => {
      expect(idOfFilePath(filePathOfId(a))).toBe(a)
      if (a !== b) expect(filePathOfId(a).toLowerCase()).not.toBe(filePathOfId(b).toLowerCase())
    }),
    { numRuns: 500 },
  )
})

test('a path stays where it is put and can be made on any file system', () => {
  fc.assert(
    fc.property(anyId, (id) => {
      const path = filePathOfId(id)
      expect(path).toMatch(/^[a-z0-9_.^=+/-]+$/)
      for (const part of path.split('/')) {
        expect(part).toMatch(/^[a-z0-9_^=]/)
        expect(part).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/)
        expect(part.length).toBeLessThanOrEqual(130)
      }
    }),
    { numRuns: 500 },
  )
})

test('a path that somebody else chose is its own id', () => {
  for (const path of ['doc-1', 'Doc_1', 'PMID/12 34', 'a^', '50=', 'x=zz']) expect(idOfFilePath(path)).toBe(path)
})
