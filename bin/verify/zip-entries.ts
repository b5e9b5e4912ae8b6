/**
 * The files of a ZIP, whoever packed it: its central directory (PKWARE's APPNOTE 6.3.10; numbers in brackets are its
 * sections), with ZIP64, stored and deflated. Reads what it is asked for, never the whole; believes no number that points
 * outside the file.
 */
import type { FileHandle } from 'node:fs/promises'
import { Halt } from '../first/halt.mjs'

export type ZipEntry = { path: string; method: number; packed: number; size: number; offset: number }

const most16 = 0xff_ff
const most32 = 0xff_ff_ff_ff
/** Names of a million files; more is no release. */
const longestDirectory = 256 * 1024 * 1024

export async function zipEntries(file: FileHandle, size: number): Promise<ZipEntry[]> {
  const { start, length, count } = await directoryPlace(file, size)
  if (start + length > size || length > longestDirectory) throw broken('its directory is not where it says')
  const directory = await bytesAt(file, start, length)
  const entries: ZipEntry[] = []
  for (let at = 0; entries.length < count;) {
    if (at + 46 > length || directory.readUInt32LE(at) !== 0x02_01_4b_50) throw broken('its directory is damaged')
    const [names, extras, comments] = [28, 30, 32].map((field) => directory.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ]
    const next = at + 46 + names + extras + comments
    if (next > length) throw broken('its directory is damaged')
    entries.push(
      entryOf(
        directory.subarray(at, at + 46),
        directory.subarray(at + 46, at + 46 + names),
        directory.subarray(at + 46 + names, at + 46 + names + extras),
      ),
    )
    at = next
  }
  return entries
}

/** Where an entry's packed bytes begin: behind its local header, whose extra field may differ from the directory's [4.3.7]. */
export async function dataStart(file: FileHandle, size: number, { path, offset, packed }: ZipEntry): Promise<number> {
  if (offset + 30 > size) throw broken(`${path} lies outside it`)
  const head = await bytesAt(file, offset, 30)
  if (head.readUInt32LE(0) !== 0x04_03_4b_50) throw broken(`${path} is not where its directory says`)
  const start = offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28)
  if (start + packed > size) throw broken(`${path} lies outside it`)
  return start
}

/** [4.3.14 to 4.3.16] */
async function directoryPlace(
  file: FileHandle,
  size: number,
): Promise<{ start: number; length: number; count: number }> {
  const tailLength = Math.min(size, 22 + most16)
  const tail = await bytesAt(file, size - tailLength, tailLength)
  let at = tail.length - 22
  while (at >= 0 && !(tail.readUInt32LE(at) === 0x06_05_4b_50 && at + 22 + tail.readUInt16LE(at + 20) === tail.length))
    at -= 1
  if (at < 0) throw new Halt('This is not a ZIP archive, or its end is missing: download it again.')
  const place = {
    count: tail.readUInt16LE(at + 10),
    length: tail.readUInt32LE(at + 12),
    start: tail.readUInt32LE(at + 16),
  }
  if (place.count < most16 && place.length < most32 && place.start < most32) return place
  const locator = size - tailLength + at - 20
  const pointer = locator < 0 ? null : await bytesAt(file, locator, 20)
  if (pointer?.readUInt32LE(0) !== 0x07_06_4b_50) return place
  const record = Number(pointer.readBigUInt64LE(8))
  if (record + 56 > size) throw broken('its directory is not where it says')
  const end = await bytesAt(file, record, 56)
  if (end.readUInt32LE(0) !== 0x06_06_4b_50) throw broken('its directory is not where it says')
  const [count, length, start] = [32, 40, 48].map((field) => Number(end.readBigUInt64LE(field))) as [
    number,
    number,
    number,
  ]
  return { count, length, start }
}

function entryOf(head: Buffer, name: Buffer, extra: Buffer): ZipEntry {
  const flags = head.readUInt16LE(8)
  const fields = extraFields(extra)
  const wide = fields.get(1)
  let taken = 0
  const number = (field: number) => {
    const short = head.readUInt32LE(field)
    if (short !== most32 || !wide || taken + 8 > wide.length) return short
    taken += 8
    return Number(wide.readBigUInt64LE(taken - 8))
  }
  // In this order they stand in the extra field too [4.5.3].
  const [size, packed, offset] = [number(24), number(20), number(42)]
  // Info-ZIP's own field for names in UTF-8 [4.6.9].
  const unicode = fields.get(0x70_75)?.subarray(5)
  const path = (unicode ?? name).toString(unicode || flags & 0x8_00 ? 'utf8' : isUtf8(name) ? 'utf8' : 'latin1')
  if (flags & 1) throw new Halt(`${path} is encrypted: unpack the archive and check the folder.`)
  return { path: path.replaceAll('\\', '/'), method: head.readUInt16LE(10), packed, size, offset }
}

function extraFields(extra: Buffer): Map<number, Buffer> {
  const fields = new Map<number, Buffer>()
  for (let at = 0; at + 4 <= extra.length;) {
    const length = extra.readUInt16LE(at + 2)
    fields.set(extra.readUInt16LE(at), extra.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return fields
}

const isUtf8 = (bytes: Buffer) => Buffer.from(bytes.toString('utf8')).equals(bytes)

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(length), position, length })
  if (bytesRead < length) throw broken('it ends too early')
  return buffer
}

const broken = (what: string) => new Halt(`The archive is broken: ${what}. Download it again.`)
