import type pg from 'pg'

/**
 * A connection out of a pool, and how it is given back. One that breaks tells whoever waits for its answer; without a listener
 * of its own it would end the process as well, and the pool has taken its own off.
 */
export async function takeConnection(pool: pg.Pool): Promise<{ client: pg.PoolClient; giveBack: (broken: boolean) => void }> {
  const client = await pool.connect()
  const ignore = () => {}
  client.on('error', ignore)
  return {
    client,
    giveBack: (broken) => {
      client.off('error', ignore)
      client.release(broken)
    },
  }
}
