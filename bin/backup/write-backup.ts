/** Streams everything out of one repeatable-read snapshot, with COPY; the file gets its name only when it is whole. */
import { createHash } from 'node:crypto'
import { createWriteStream, renameSync, rmSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { progress } from '../command-line/answer'
import { appliedMigrations } from '../installation/migrate-database'
import { endOfTable, format, frame, line } from './frames'
import { tablesOf } from './tables'

export type MadeBackup = { file: string; tables: number; rows: number; sha256: string }

export async function writeBackup(ownerUrl: string, file: string): Promise<MadeBackup> {
  const migrations = await appliedMigrations(ownerUrl)
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const made: MadeBackup = { file, tables: 0, rows: 0, sha256: '' }
  const making = `${file}.making`
  try {
    // Recorded first, so that the backup tells of itself.
    await client.query(
      `begin; set local app.system = 'backup-made'; select record_event(null, 'backup-made', null, null, '{}'); commit`,
    )
    await client.query('begin isolation level repeatable read read only')
    const bytes = Readable.from(backupBytes(client, migrations, made))
    if (file === '-') await pipeline(bytes, createGzip(), process.stdout)
    else {
      await pipeline(bytes, createGzip(), createWriteStream(making, { mode: 0o600, flags: 'w' }))
      renameSync(making, file)
    }
    await client.query('commit')
    progress('')
    return made
  } catch (error) {
    if (file !== '-') rmSync(making, { force: true })
    throw error
  } finally {
    await client.end()
  }
}

async function* backupBytes(client: pg.Client, migrations: string[], made: MadeBackup): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  const counted = (bytes: Buffer) => {
    hash.update(bytes)
    return bytes
  }
  const tables = await tablesOf(client)
  yield counted(line({ format, madeAt: new Date().toISOString(), migrations, tables }))
  for (const { name, columns } of tables) {
    progress(`${name} …`)
    const copy = client.query(
      copyTo(`copy ${pg.escapeIdentifier(name)} (${columns.map(pg.escapeIdentifier).join(', ')}) to stdout`),
    )
    for await (const rows of copy as AsyncIterable<Buffer>) yield counted(frame(rows))
    yield counted(endOfTable)
    made.tables += 1
    made.rows += copy.rowCount
  }
  made.sha256 = hash.digest('hex')
  yield line({ rows: made.rows, sha256: made.sha256 })
}
