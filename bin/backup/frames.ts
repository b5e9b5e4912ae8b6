/**
 * A backup's bytes: lines of JSON, and between them the rows of a table as frames (a length in four bytes, so many bytes;
 * length 0 ends the table). Gzip goes round the whole.
 */
import type { Readable } from 'node:stream'

export const format = 'doubleread-backup-1'

export const line = (value: object): Buffer => Buffer.from(JSON.stringify(value) + '\n')

export function frame(bytes: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  return Buffer.concat([length, bytes])
}

export const endOfTable = Buffer.alloc(4)

const longestLine = 4_000_000
const longestFrame = 1_100_000_000

/** Reads them back. Throws a RangeError where the bytes end too soon or cannot be a backup. */
export class FrameReader {
  private waiting: Buffer = Buffer.alloc(0)
  private readonly source: AsyncIterator<Buffer>
  /** Called with every byte that is handed out, in order. */
  constructor(
    source: Readable,
    private readonly onBytes: (bytes: Buffer) => void,
  ) {
    this.source = source[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  }

  private async more(): Promise<void> {
    const { done, value } = await this.source.next()
    if (done) throw new RangeError('the file ends too soon')
    this.waiting = this.waiting.length ? Buffer.concat([this.waiting, value]) : value
  }

  private take(length: number, counted: boolean): Buffer {
    const taken = this.waiting.subarray(0, length)
    this.waiting = this.waiting.subarray(length)
    if (counted) this.onBytes(taken)
    return taken
  }

  /** `counted`: false for the last line, which holds the checksum of all the others. */
  async line(counted = true): Promise<unknown> {
    for (let end = -1; ;) {
      end = this.waiting.indexOf(10)
      if (end >= 0) return JSON.parse(this.take(end + 1, counted).toString('utf8')) as unknown
      if (this.waiting.length > longestLine) throw new RangeError('a line is too long')
      await this.more()
    }
  }

  /** One table's rows, in pieces. */
  async *frames(): AsyncGenerator<Buffer> {
    for (;;) {
      while (this.waiting.length < 4) await this.more()
      const length = this.take(4, true).readUInt32BE()
      if (length === 0) return
      if (length > longestFrame) throw new RangeError('a piece is too long')
      while (this.waiting.length < length) await this.more()
      yield this.take(length, true)
    }
  }
}
