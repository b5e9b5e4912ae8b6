/** Another database on the test's server, cloned from `template`, given up afterwards with the role that may have been made for it. */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { onDatabase } from './template'

export async function onAnotherDatabase<T>(serverUrl: string, template: string, work: (url: string, client: pg.Client) => Promise<T>): Promise<T> {
  const name = `other_${randomUUID().replaceAll('-', '').slice(0, 20)}`
  const url = onDatabase(serverUrl, name)
  const server = new pg.Client({ connectionString: serverUrl })
  await server.connect()
  await server.query(`create database ${name} template ${template} strategy file_copy`)
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    return await work(url, client)
  } finally {
    await client.end()
    await server.query(`drop database ${name} with (force)`)
    await server.query(`drop role if exists ${name}_login`)
    await server.end()
  }
}
