/**
 * Transactions of plain SQL, for what readers do all day: on connections of their own and behind the same walls, but
 * without Prisma's engine, which costs more of Node's one core than Postgres needs for the work. A statement is sent when it
 * is asked for, not when the one before has been answered: the opening travels with the first.
 */
import type pg from 'pg'
import { connections } from './client'
import { statementName } from './statement-names'
import { takeConnection } from './take-connection'
import { translated } from './translate-constraint'

/** What plain SQL needs of a transaction: Prisma's have it, and so do these. */
export type SqlTx = {
  $queryRaw: <Rows>(sql: TemplateStringsArray, ...values: unknown[]) => PromiseLike<Rows>
  $executeRaw: (sql: TemplateStringsArray, ...values: unknown[]) => PromiseLike<number>
}

const texts = new WeakMap<TemplateStringsArray, string>()

/** The text with its parameters numbered. A template is the same object each time it is evaluated. */
function textOf(parts: TemplateStringsArray): string {
  let text = texts.get(parts)
  if (text === undefined) {
    text = parts.reduce((before, part, n) => `${before}$${n}${part}`)
    texts.set(parts, text)
  }
  return text
}

/** What is asked for in one turn leaves in one write: each write wakes a process of Postgres, and costs more than most statements. */
function oneWrite(client: pg.PoolClient): void {
  const { stream } = client.connection
  stream.cork()
  process.nextTick(() => stream.uncork())
}

type Opened = { tx: SqlTx; opened: Promise<unknown>; commit: () => Promise<void> }

function open(client: pg.PoolClient, viewerId: string | null, reason: string): Opened {
  let isOpen = true
  // After the first failure Postgres refuses the rest, the commit too: whoever waits for any of it is told the first.
  let failure: unknown
  const ask = async (parts: TemplateStringsArray, values: unknown[]) => {
    if (!isOpen) throw new Error('a statement was asked for after the commit was sent')
    const text = textOf(parts)
    oneWrite(client)
    try {
      return await client.query<pg.QueryResultRow>({ name: statementName(text), text, values })
    } catch (error) {
      throw (failure ??= error)
    }
  }
  const tx: SqlTx = {
    $queryRaw: async <Rows>(sql: TemplateStringsArray, ...values: unknown[]) => (await ask(sql, values)).rows as Rows,
    $executeRaw: async (sql, ...values) => (await ask(sql, values)).rowCount ?? 0,
  }
  oneWrite(client)
  const opened = Promise.all([
    client.query('begin'),
    tx.$executeRaw`select set_config('app.viewer_id', ${viewerId ?? ''}, true), set_config('app.system', ${reason}, true)`,
  ])
  const commit = async () => {
    isOpen = false
    oneWrite(client)
    // Postgres answers the commit of a failed transaction with success and a rollback.
    const { command } = await client.query('commit')
    if (command !== 'COMMIT') throw failure ?? new Error('the transaction was undone')
  }
  return { tx, opened, commit }
}

/** A connection on which anything failed is used again only once what it began is undone. */
async function onConnection<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const { client, giveBack } = await takeConnection(connections().readers)
  let broken = false
  try {
    return await work(client)
  } catch (error) {
    await client.query('rollback').catch(() => (broken = true))
    throw translated(error)
  } finally {
    giveBack(broken)
  }
}

/** `last` travels with the commit: what is to be written whatever came out, and needs no answer. */
export const inSqlTransaction = <T>(
  viewerId: string | null,
  reason: string,
  work: (tx: SqlTx) => Promise<T>,
  last?: (tx: SqlTx) => PromiseLike<unknown>,
): Promise<T> =>
  onConnection(async (client) => {
    const { tx, opened, commit } = open(client, viewerId, reason)
    const [done] = await Promise.all([work(tx), opened])
    await Promise.all([last?.(tx), commit()])
    return done
  })

/** For the last that a use case writes: its answer is not waited for, and where it fails the commit tells of it. */
export const sentWithCommit = (asked: Promise<unknown>): void => void asked.catch(() => {})

/** Everything in one round trip: `ask` asks for all of it before it waits for anything; asking later is refused. */
export const inOneTrip = <T>(viewerId: string, ask: (tx: SqlTx) => Promise<T>): Promise<T> =>
  onConnection(async (client) => {
    const { tx, opened, commit } = open(client, viewerId, '')
    const [done] = await Promise.all([ask(tx), opened, commit()])
    return done
  })
