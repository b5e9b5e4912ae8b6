import { connections } from './client'

/** Whether the database answers at all. Reads no table. */
export const answers = (): Promise<boolean> =>
  connections()
    .pool.query('select 1')
    .then(
      () => true,
      () => false,
    )
