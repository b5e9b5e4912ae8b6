/**
 * Brings a backup into an empty database of the same shape: one transaction, whole or not at all, and not at all where the
 * checksum differs. Afterwards the audit trail goes on where it ended, with the restoring as its next event.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { z } from 'zod'
import { progress } from '../command-line/answer'
import { Halt } from '../first/halt.mjs'
import { appliedMigrations } from '../installation/migrate-database'
import { format, FrameReader } from './frames'
import { tablesOf } from './tables'

const head = z.object({
  format: z.literal(format),
  madeAt: z.string(),
  migrations: z.array(z.string()),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
})
const end = z.object({ rows: z.number(), sha256: z.string() })

export type Restored = { tables: number; rows: number; madeAt: string }

export async function restoreBackup(ownerUrl: string, file: string): Promise<Restored> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const source = file === '-' ? process.stdin : createReadStream(file)
  const unpacked = createGunzip()
  // Whoever reads learns of a broken file; an event that nobody hears would end the process.
  unpacked.on('error', () => {})
  const reading = pipeline(source, unpacked)
  reading.catch(() => {})
  try {
    await client.query('begin')
    const restored = await restore(client, unpacked, await appliedMigrations(ownerUrl))
    await client.query('commit')
    progress('')
    return restored
  } catch (error) {
    await client.query('rollback').catch(() => {})
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new Halt(`There is no file ${file}.`)
    const isOurs = error instanceof RangeError || error instanceof SyntaxError || error instanceof z.ZodError
    if (isOurs || (error as NodeJS.ErrnoException).code?.startsWith('Z_'))
      throw new Halt(
        `${file} is not a whole backup (${isOurs && error instanceof RangeError ? error.message : 'it cannot be read'}); nothing was changed.`,
      )
    if (error instanceof pg.DatabaseError)
      throw new Halt(`The backup is damaged: ${error.message}; nothing was changed.`)
    throw error
  } finally {
    unpacked.destroy()
    await client.end()
  }
}

async function restore(client: pg.Client, bytes: Readable, migrations: string[]): Promise<Restored> {
  const hash = createHash('sha256')
  const reader = new FrameReader(bytes, (part) => hash.update(part))
  const { madeAt, tables, ...found } = head.parse(await reader.line())
  if (found.migrations.join() !== migrations.join()) {
    throw new Halt(
      `The backup was made by another version of Doubleread (last change ${found.migrations.at(-1)}; here ${migrations.at(-1)}): restore it with that version, then update.`,
    )
  }
  const own = await tablesOf(client)
  if (JSON.stringify(own) !== JSON.stringify(tables))
    throw new Halt('The tables of the backup are not those of this database; nothing was changed.')
  await refuseUnlessEmpty(
    client,
    own.map(({ name }) => name),
  )
  const triggers = (what: 'enable' | 'disable') =>
    own.map(({ name }) => `alter table ${pg.escapeIdentifier(name)} ${what} trigger user`).join(';')
  await client.query(`${triggers('disable')}; delete from audit_head`)
  let rows = 0
  for (const { name, columns } of tables) {
    progress(`${name} …`)
    const copy = client.query(
      copyFrom(`copy ${pg.escapeIdentifier(name)} (${columns.map(pg.escapeIdentifier).join(', ')}) from stdin`),
    )
    await pipeline(Readable.from(reader.frames()), copy)
    rows += copy.rowCount
  }
  const sha256 = hash.digest('hex')
  const told = end.parse(await reader.line(false))
  if (told.sha256 !== sha256 || told.rows !== rows)
    throw new Halt('The backup is damaged: its checksum differs; nothing was changed.')
  // Waiting constraints are checked now, since no trigger may be switched while one waits.
  await client.query(`set constraints all immediate; ${triggers('enable')}; set constraints all deferred`)
  await client.query(`set local app.system = 'backup-restored'`)
  await client.query(`select record_event(null, 'backup-restored', null, null, $1)`, [
    JSON.stringify({ madeAt, rows, sha256 }),
  ])
  return { tables: tables.length, rows, madeAt }
}

async function refuseUnlessEmpty(client: pg.Client, tables: string[]): Promise<void> {
  for (const name of tables) {
    // The head of the chain and its beginning are made with the tables; a start or a refused command may have added events.
    if (name.startsWith('audit_')) continue
    const { rowCount } = await client.query(`select from ${pg.escapeIdentifier(name)} limit 1`)
    if (rowCount)
      throw new Halt(`The database is not empty (${name} has rows): a backup is only restored into a new installation.`)
  }
  // Truncate is refused by the tables themselves; the owner may switch that off, here alone.
  const audit = tables.filter((name) => /^audit_(event|actor|link)$/.test(name)).map(pg.escapeIdentifier)
  await client.query(
    `${audit.map((name) => `alter table ${name} disable trigger user`).join(';')}; truncate ${audit.join(', ')}`,
  )
}
