/** The database past all row security, as its owner: to set the scene and to do the bare work that numbers are compared with. */
import pg from 'pg'

let pool: pg.Pool | undefined

export function owner(): pg.Pool {
  const connectionString = process.env['DATABASE_URL']
  if (!connectionString) throw new Error('the bench runs beside a server of its own: npm run bench')
  return (pool ??= new pg.Pool({ connectionString, max: 22 }))
}

export async function sql<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
  return (await owner().query<Row>(text, values)).rows
}

/** What a server at rest has done long ago, so that no measure pays for the one before it. */
export async function settle(): Promise<void> {
  await sql('vacuum (analyze)')
  await sql('checkpoint')
}

export async function closeOwner(): Promise<void> {
  await pool?.end()
  pool = undefined
}
