import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { checksumsText } from './checksums'
import { zipLayout, zipRange, type ZipLayout } from './zip-layout'

type Contents = Map<string, Buffer>
const has = (program: string, ...args: string[]) => spawnSync(program, args).status === 0
const python = ['python3', 'python'].find((name) => has(name, '-c', 'import zipfile'))

const layoutOf = (contents: Contents): ZipLayout =>
  zipLayout([...contents].map(([at, bytes]) => ({ path: at, size: bytes.length, crc32: crc32(bytes) })))

function bytesOf(layout: ZipLayout, contents: Contents, start?: number, end?: number): Buffer {
  const pieces = [...zipRange(layout, start, end)].map((piece) =>
    'bytes' in piece ? piece.bytes : contents.get(piece.path)!.subarray(piece.start, piece.end),
  )
  expect(pieces.every(({ length }) => length > 0)).toBe(true)
  return Buffer.concat(pieces)
}

function writtenOut(bytes: Buffer): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'zip-layout-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = path.join(folder, 'release.zip')
  writeFileSync(file, bytes)
  return file
}

const part = fc
  .oneof(fc.stringMatching(/^[A-Za-z0-9 _-]{1,8}$/), fc.constantFrom('数据', 'métadonnées', '🩺', 'مريض'))
  .filter((name) => name.trim() !== '')
const anyContents: fc.Arbitrary<Contents> = fc
  .uniqueArray(fc.tuple(fc.array(part, { minLength: 1, maxLength: 3 }), fc.uint8Array({ maxLength: 60 })), {
    selector: ([parts]) => parts.join('/'),
    maxLength: 6,
  })
  .map((files) => new Map(files.map(([parts, bytes]) => [parts.join('/'), Buffer.from(bytes)])))

const sample: Contents = new Map([
  ['README.md', Buffer.from('# 医学\n')],
  ['native/test.jsonl', Buffer.from('{"id":"患者-1"}\n'.repeat(100))],
  ['data/空.txt', Buffer.alloc(0)],
])

test('the size is known beforehand, and every range is that slice of the whole', () => {
  fc.assert(
    fc.property(anyContents, fc.nat(600), fc.nat(600), (contents, one, other) => {
      const layout = layoutOf(contents)
      const whole = bytesOf(layout, contents)
      expect(whole.length).toBe(layout.size)
      const [start, end] = [Math.min(one, other), Math.max(one, other)]
      expect(bytesOf(layout, contents, start, end).equals(whole.subarray(start, end))).toBe(true)
    }),
  )
})

test('ranges put together at any cut are the whole', () => {
  const layout = layoutOf(sample)
  const whole = bytesOf(layout, sample)
  for (let cut = 0; cut <= layout.size; cut++) {
    const halves = [bytesOf(layout, sample, 0, cut), bytesOf(layout, sample, cut)]
    expect(Buffer.concat(halves).equals(whole)).toBe(true)
  }
})

test('an archive is the bytes that it has always been: whoever downloads a release of before after an upgrade gets them again', () => {
  expect(createHash('sha256').update(bytesOf(layoutOf(sample), sample)).digest('hex')).toBe('ed372dad702ca8089ed0acec7679ddfa99837cbb292c86be00758b3a5ffa6057')
  expect(checksumsText([{ path: 'b', sha256: 'cd'.repeat(32) }, { path: 'a', sha256: 'ab'.repeat(32) }])).toBe(`${'ab'.repeat(32)}  a\n${'cd'.repeat(32)}  b\n`)
})

test('the same files in any order are the same bytes', () => {
  fc.assert(
    fc.property(anyContents, (contents) => {
      const turned: Contents = new Map([...contents].reverse())
      expect(bytesOf(layoutOf(turned), turned).equals(bytesOf(layoutOf(contents), contents))).toBe(true)
    }),
  )
})

test.skipIf(!has('unzip', '-v'))('unzip finds no fault and reads every file (skipped where there is no unzip)', () => {
  const file = writtenOut(bytesOf(layoutOf(sample), sample))
  execFileSync('unzip', ['-tqq', file])
  for (const [name, bytes] of sample) expect(execFileSync('unzip', ['-p', file, name]).equals(bytes)).toBe(true)
})

test.skipIf(!python)('Python reads every name and file (skipped where there is no Python)', () => {
  const file = writtenOut(bytesOf(layoutOf(sample), sample))
  const script =
    'import zipfile,sys,json\nz=zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\nprint(json.dumps({i.filename:[z.read(i).hex(),i.date_time[0]] for i in z.infolist()}))'
  const read = JSON.parse(execFileSync(python!, ['-c', script, file]).toString()) as unknown
  expect(read).toEqual(Object.fromEntries([...sample].map(([name, bytes]) => [name, [bytes.toString('hex'), 1980]])))
})

test.skipIf(!python)('Python reads an archive of 70,000 files (skipped where there is no Python)', () => {
  const many: Contents = new Map(Array.from({ length: 70_000 }, (_, at) => [`brat/${at}.ann`, Buffer.from(`${at}`)]))
  const file = writtenOut(bytesOf(layoutOf(many), many))
  const script =
    'import zipfile,sys\nz=zipfile.ZipFile(sys.argv[1])\nprint(len(z.infolist()),z.read("brat/69999.ann").decode())'
  expect(execFileSync(python!, ['-c', script, file]).toString().trim()).toBe('70000 69999')
})

test('beyond 4 GiB sizes and offsets go into ZIP64 fields, and only the last bytes say where things are', () => {
  const huge = 5 * 2 ** 30
  const layout = zipLayout([
    { path: 'a.jsonl', size: huge, crc32: 1 },
    { path: 'b.jsonl', size: 10, crc32: 2 },
  ])
  const [head] = [...zipRange(layout, 0, 100)]
  const local = Buffer.from((head as { bytes: Uint8Array }).bytes)
  expect([local.readUInt16LE(4), local.readUInt32LE(18), local.readUInt32LE(22)]).toEqual([
    45,
    2 ** 32 - 1,
    2 ** 32 - 1,
  ])
  expect([local.readUInt16LE(28), local.readUInt16LE(37), Number(local.readBigUInt64LE(41))]).toEqual([20, 1, huge])

  const tail = Buffer.concat(
    [...zipRange(layout, layout.headers[2])].map((piece) => ('bytes' in piece ? piece.bytes : Buffer.alloc(0))),
  )
  const second = layout.entries[1]! - layout.entries[0]!
  expect(tail.readUInt32LE(second + 42)).toBe(2 ** 32 - 1)
  expect(Number(tail.readBigUInt64LE(second + 46 + 7 + 4))).toBe(layout.headers[1])
  const end64 = tail.length - 22 - 20 - 56
  expect(tail.readUInt32LE(end64)).toBe(0x06_06_4b_50)
  expect(Number(tail.readBigUInt64LE(end64 + 48))).toBe(layout.headers[2])
  expect(Number(tail.readBigUInt64LE(end64 + 56 + 8))).toBe(layout.entries[2])
  expect(layout.headers[1]).toBe(local.length + huge)
  expect([...zipRange(layout, huge, huge + 1_000)].length).toBeGreaterThan(2)
})

test.each(['../up', '/root', 'a//b', 'a\\b', 'C:x', '', 'a/./b', 'line\nbreak'])('the path %j is refused', (bad) => {
  expect(() => zipLayout([{ path: bad, size: 1, crc32: 0 }])).toThrow(RangeError)
})

test('a path named twice and a size that is none are refused', () => {
  const file = { path: 'a', size: 1, crc32: 0 }
  expect(() => zipLayout([file, file])).toThrow(RangeError)
  expect(() => zipLayout([{ ...file, size: -1 }])).toThrow(RangeError)
})
