/** An embedded server for tests, in a folder of its own that goes with it; may lose everything when the machine stops. */
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { stopAtTheEnd } from '../first/children.mjs'
import { startServer } from '../postgres/start-server'

/** `careful`: with the durability of a real installation, for measuring. */
export async function throwawayServer({ careful = false } = {}): Promise<{ url: string; folder: string }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'doubleread-'))
  // The account that runs Postgres passes through; it cannot look around.
  chmodSync(folder, 0o711)
  stopAtTheEnd({ stop: async () => rmSync(folder, { recursive: true, force: true }) })
  const { url } = await startServer({
    folder: path.join(folder, 'postgres'),
    log: path.join(folder, 'postgres.log'),
    password: randomBytes(18).toString('base64url'),
    throwaway: !careful,
  })
  return { url, folder }
}
