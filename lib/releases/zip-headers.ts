/** The records of a ZIP archive, byte by byte, after PKWARE's APPNOTE 6.3.10; numbers in brackets are its sections. */
export type ZipFile = { path: string; size: number; crc32: number }

const most16 = 0xff_ff
const most32 = 0xff_ff_ff_ff
const utf8Names = 1 << 11
/** 1980-01-01 00:00, the earliest there is. */
const date = (1 << 5) | 1
const plainFile = 0o100_644

/** [4.3.7] */
export function localHeader({ path, size, crc32 }: ZipFile): Uint8Array {
  const name = new TextEncoder().encode(path)
  const is64 = size >= most32
  return record((put) => {
    put(4, 0x04_03_4b_50)
    put(2, is64 ? 45 : 20)
    common(put, crc32, is64 ? most32 : size, name.length, is64 ? 20 : 0)
    put(name)
    if (is64) extra(put, [size, size])
  })
}

/** [4.3.12]; `offset`: of the file's local header. */
export function centralHeader({ path, size, crc32 }: ZipFile, offset: number): Uint8Array {
  const name = new TextEncoder().encode(path)
  const wide = [...(size >= most32 ? [size, size] : []), ...(offset >= most32 ? [offset] : [])]
  return record((put) => {
    put(4, 0x02_01_4b_50)
    // Made by Unix, so that the mode below is read as one.
    put(2, (3 << 8) | 45)
    put(2, wide.length ? 45 : 20)
    common(put, crc32, Math.min(size, most32), name.length, wide.length ? 4 + 8 * wide.length : 0)
    put(2, 0)
    put(2, 0)
    put(2, 0)
    put(4, plainFile * 0x1_00_00)
    put(4, Math.min(offset, most32))
    put(name)
    if (wide.length) extra(put, wide)
  })
}

/** [4.3.14 to 4.3.16]: `start` and `end` of the central directory. */
export function endOfArchive(entries: number, start: number, end: number): Uint8Array {
  const size = end - start
  const is64 = entries >= most16 || size >= most32 || start >= most32
  return record((put) => {
    if (is64) {
      put(4, 0x06_06_4b_50)
      put(8, 44)
      put(2, (3 << 8) | 45)
      put(2, 45)
      put(4, 0)
      put(4, 0)
      put(8, entries)
      put(8, entries)
      put(8, size)
      put(8, start)
      put(4, 0x07_06_4b_50)
      put(4, 0)
      put(8, end)
      put(4, 1)
    }
    put(4, 0x06_05_4b_50)
    put(2, 0)
    put(2, 0)
    put(2, Math.min(entries, most16))
    put(2, Math.min(entries, most16))
    put(4, Math.min(size, most32))
    put(4, Math.min(start, most32))
    put(2, 0)
  })
}

type Put = { (width: 2 | 4 | 8, value: number): void; (bytes: Uint8Array): void }

/** What local and central headers share: flags, no compression, date, checksum, both sizes, lengths of name and extra field. */
function common(put: Put, crc32: number, size: number, nameLength: number, extraLength: number): void {
  put(2, utf8Names)
  put(2, 0)
  put(2, 0)
  put(2, date)
  put(4, crc32)
  put(4, size)
  put(4, size)
  put(2, nameLength)
  put(2, extraLength)
}

/** [4.5.3] */
function extra(put: Put, values: readonly number[]): void {
  put(2, 1)
  put(2, 8 * values.length)
  for (const value of values) put(8, value)
}

function record(write: (put: Put) => void): Uint8Array {
  const bytes: number[] = []
  const put = (what: number | Uint8Array, value = 0): void => {
    if (typeof what !== 'number') return void bytes.push(...what)
    let rest = value
    for (let left = what; left > 0; left--, rest = Math.floor(rest / 256)) bytes.push(rest % 256)
  }
  write(put)
  return Uint8Array.from(bytes)
}
