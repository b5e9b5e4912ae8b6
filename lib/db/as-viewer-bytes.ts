/**
 * The door for bytes as they are stored: like as-viewer, for a query of one column of them. By COPY in its binary form, since
 * the driver would have them as digits. Row security decides what it sees. For few rows: they are held together.
 */
import type { Viewer } from '@/lib/blinding/viewer'
import { to } from 'pg-copy-streams'
import { connections } from './client'
import { takeConnection } from './take-connection'

/** Signature, flags and the length of an extension area that Postgres leaves empty. */
const headerBytes = 19

export async function asViewerBytes(viewer: Pick<Viewer, 'personId'>, query: string): Promise<Buffer[]> {
  const { client, giveBack } = await takeConnection(connections().streams)
  let finished = false
  try {
    await client.query('begin read only')
    await client.query(`select set_config('app.viewer_id', $1, true)`, [viewer.personId])
    const parts: Buffer[] = []
    for await (const part of client.query(to(`copy (${query}) to stdout (format binary)`)) as AsyncIterable<Buffer>) parts.push(part)
    await client.query('commit')
    finished = true
    return onlyFields(Buffer.concat(parts))
  } finally {
    giveBack(!finished)
  }
}

function onlyFields(bytes: Buffer): Buffer[] {
  const fields: Buffer[] = []
  // A row is the number of its fields, which is one, and the field's length before it; -1 fields are the end.
  for (let at = headerBytes; bytes.readInt16BE(at) > 0; ) {
    const length = bytes.readInt32BE(at + 2)
    fields.push(bytes.subarray(at + 6, at + 6 + length))
    at += 6 + length
  }
  return fields
}
