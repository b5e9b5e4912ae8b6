/**
 * Postgres plans a named statement once a connection, row security included, instead of every time. Bounded, since a
 * filter that is put together has texts without end; one beyond the bound stays unnamed.
 */
const mostNames = 400
// Beside the pool, whose connections remember them: modules are made anew by hot reload, and once for each bundle.
const kept = globalThis as { doublereadStatements?: Map<string, string> }
const names = (kept.doublereadStatements ??= new Map<string, string>())

export function statementName(sql: string): string {
  const known = names.get(sql)
  if (known !== undefined) return known
  if (names.size >= mostNames) return ''
  const name = `s${names.size}`
  names.set(sql, name)
  return name
}
