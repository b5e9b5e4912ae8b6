/**
 * The rows of one query as Postgres sends them, in constant memory: COPY in its binary form, in which a text is its bytes,
 * with nothing to unescape. Only the streaming doors may call it; whoever stops early loses the connection, not the server.
 */
import { isAscii, transcode } from 'node:buffer'
import { to } from 'pg-copy-streams'
import { connections } from './client'
import { takeConnection } from './take-connection'

/** A field as text, null for SQL's null: the query gives every column as text, and numbers as theirs. */
export type Cell = string | null

/** Signature, flags and the length of an extension area that Postgres leaves empty. */
const headerBytes = 19

export async function* copiedRows(viewerId: string, reason: string, query: string): AsyncGenerator<Cell[][]> {
  const { client, giveBack } = await takeConnection(connections().streams)
  let finished = false
  try {
    await client.query('begin read only')
    // In the order of an index the first row leaves at once and the rest while it is written; the planner counts only the
    // last row, and would hash and sort everything, on both cores, before the first.
    await client.query(
      `select set_config('app.viewer_id', $1, true), set_config('app.system', $2, true), set_config('enable_sort', 'off', true),
        set_config('max_parallel_workers_per_gather', '0', true)`,
      [viewerId, reason],
    )
    const source = client.query(to(`copy (${query}) to stdout (format binary)`))
    let rest: Buffer = Buffer.alloc(0)
    let skip = headerBytes
    for await (const chunk of source as AsyncIterable<Buffer>) {
      let bytes = rest.length ? Buffer.concat([rest, chunk]) : chunk
      if (skip > 0) {
        if (bytes.length < skip) {
          rest = bytes
          continue
        }
        bytes = bytes.subarray(skip)
        skip = 0
      }
      const { rows, end } = wholeRows(bytes)
      rest = bytes.subarray(end)
      if (rows.length) yield rows
    }
    await client.query('commit')
    finished = true
  } finally {
    // In the midst of a copy the connection can be used for nothing else.
    giveBack(!finished)
  }
}

/** The rows that are in the bytes to their last field, and where they end. */
function wholeRows(bytes: Buffer): { rows: Cell[][]; end: number } {
  const rows: Cell[][] = []
  let end = 0
  for (let at = 0; at + 2 <= bytes.length;) {
    const fields = bytes.readInt16BE(at)
    // -1 is the trailer, after which nothing comes.
    if (fields < 0) return { rows, end: bytes.length }
    at += 2
    const row: Cell[] = []
    for (let field = 0; field < fields; field++) {
      if (at + 4 > bytes.length) return { rows, end }
      const length = bytes.readInt32BE(at)
      at += 4
      if (length < 0) row.push(null)
      else {
        if (at + length > bytes.length) return { rows, end }
        row.push(textOf(bytes, at, at + length))
        at += length
      }
    }
    rows.push(row)
    end = at
  }
  return { rows, end }
}

/** Node decodes what is not ASCII three times faster by way of UTF-16, which pays from some hundred bytes on. */
const short = 200
function textOf(bytes: Buffer, from: number, to: number): string {
  const field = to - from < short ? null : bytes.subarray(from, to)
  if (field === null || isAscii(field)) return bytes.toString('utf8', from, to)
  return transcode(field, 'utf8', 'utf16le').toString('utf16le')
}
