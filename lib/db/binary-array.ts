/**
 * Arrays in Postgres' binary form, for parameters that carry thousands of values: nothing is quoted here and nothing parsed
 * there. A parameter that is a Buffer is sent as it is, so its type must be that of the array, as in `${texts}::text[]`.
 */
const [textOid, intOid] = [25, 23]
/** Dimensions, whether there are nulls, the elements' type, how many, and the index of the first. */
const headerBytes = 20
/** UTF-8 needs no more for one UTF-16 unit. */
const bytesPerUnit = 3

export function textArray(values: readonly (string | null)[]): Buffer {
  let most = headerBytes
  for (const value of values) most += 4 + (value === null ? 0 : value.length * bytesPerUnit)
  const bytes = Buffer.allocUnsafe(most)
  let at = writeHeader(bytes, textOid, values.length)
  for (const value of values) {
    const length = value === null ? -1 : bytes.write(value, at + 4, 'utf8')
    bytes.writeInt32BE(length, at)
    at += 4 + Math.max(length, 0)
  }
  return bytes.subarray(0, at)
}

export function intArray(values: readonly number[]): Buffer {
  const bytes = Buffer.allocUnsafe(headerBytes + values.length * 8)
  let at = writeHeader(bytes, intOid, values.length)
  for (const value of values) {
    bytes.writeInt32BE(4, at)
    at = bytes.writeInt32BE(value, at + 4)
  }
  return bytes.subarray(0, at)
}

function writeHeader(bytes: Buffer, type: number, length: number): number {
  // An array of nothing has no dimension, and its header ends there.
  const words = length === 0 ? [0, 0, type] : [1, 1, type, length, 1]
  return words.reduce((at, word) => bytes.writeInt32BE(word, at), 0)
}
