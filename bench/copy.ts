/** COPY in and out, timed: the fastest way rows have of moving between Postgres and a client. */
import { createReadStream, createWriteStream } from 'node:fs'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { owner } from './database'

export async function onOneConnection<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await owner().connect()
  try {
    return await work(client)
  } finally {
    client.release()
  }
}

export const copyToFile = (client: pg.PoolClient, query: string, file: string): Promise<void> =>
  pipeline(client.query(copyTo(`copy (${query}) to stdout`)), createWriteStream(file))

export const copyFromFile = (client: pg.PoolClient, table: string, file: string): Promise<void> =>
  pipeline(createReadStream(file), client.query(copyFrom(`copy ${table} from stdin`)))

/** How many bytes the query's rows are, read and thrown away. */
export async function copyToNowhere(client: pg.PoolClient, query: string): Promise<number> {
  let bytes = 0
  const nowhere = new Writable({
    write(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      done()
    },
  })
  await pipeline(client.query(copyTo(`copy (${query}) to stdout`)), nowhere)
  return bytes
}
