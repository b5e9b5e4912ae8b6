import type pg from 'pg'

/**
 * Sessions, counted attempts, remembered answers and links for lost passwords are of the moment: after a restore everyone
 * signs in again. The queue stands in a schema of its own; jobs that were waiting are found by the worker and put into it anew.
 */
const left = ['_prisma_migrations', 'session', 'rate_limit', 'idempotency_key', 'password_reset']

/** Every table with its columns, those before that others point to. */
export async function tablesOf(client: pg.Client): Promise<{ name: string; columns: string[] }[]> {
  const { rows: tables } = await client.query<{ name: string; columns: string[] }>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> all ($1)
     group by c.relname order by c.relname`,
    [left],
  )
  const { rows: references } = await client.query<{ from: string; to: string }>(
    `select distinct conrelid::regclass::text as from, confrelid::regclass::text as to from pg_constraint where contype = 'f' and conrelid <> confrelid`,
  )
  const ordered: typeof tables = []
  while (ordered.length < tables.length) {
    const waiting = tables.filter((table) => !ordered.includes(table))
    const ready = waiting.filter(({ name }) =>
      references.every(
        ({ from, to }) =>
          from.replaceAll('"', '') !== name || waiting.every((other) => other.name !== to.replaceAll('"', '')),
      ),
    )
    if (ready.length === 0)
      throw new Error(`tables point to each other in a circle: ${waiting.map(({ name }) => name).join(', ')}`)
    ordered.push(...ready)
  }
  return ordered
}
