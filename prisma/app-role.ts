/**
 * The installation's login role: a member of doubleread_app, owner of nothing. Called by the set-up with the owner's
 * connection after migrating; safe to repeat.
 */
import pg from 'pg'

/** Makes or refreshes the login role of one database and resolves to the connection string the application shall use. */
export async function ensureAppRole(ownerUrl: string, password: string): Promise<string> {
  const url = new URL(ownerUrl)
  const database = decodeURIComponent(url.pathname.slice(1))
  const role = `${database}_login`.slice(0, 63)
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const name = pg.escapeIdentifier(role)
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role])
    if (!rowCount) await client.query(`create role ${name} login`)
    await client.query(`alter role ${name} with login nosuperuser nocreatedb nocreaterole password ${pg.escapeLiteral(password)}`)
    await client.query(`grant doubleread_app to ${name}`)
    // The planner overrates the cost of row security; compiling would take longer than any statement of ours runs.
    await client.query(`alter role ${name} set jit = off`)
    await client.query(`grant connect on database ${pg.escapeIdentifier(database)} to ${name}`)
  } finally {
    await client.end()
  }
  url.username = role
  url.password = encodeURIComponent(password)
  return url.toString()
}
