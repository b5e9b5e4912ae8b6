import type pg from 'pg'

/** A transaction in which what is large is stored, bytes going as they are. */
export type Store = {
  run<Row extends pg.QueryResultRow>(sql: string, values: readonly unknown[]): Promise<Row[]>
}
