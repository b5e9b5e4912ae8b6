/**
 * One process at a time on one data folder. The lock is a socket that the kernel takes away with its holder, so nothing
 * stale can remain: on Linux in the abstract namespace, elsewhere a file that is tried before it is believed.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, realpathSync, rmSync } from 'node:fs'
import net from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Halt } from './halt.mjs'

/** @param {string} folder */
function addressOf(folder) {
  const name = `doubleread-${createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 16)}`
  return process.platform === 'linux' ? `\0${name}` : path.join(tmpdir(), `${name}.sock`)
}

/**
 * @param {string} address @param {object} answer
 * @returns {Promise<net.Server | null>}
 */
function listen(address, answer) {
  const server = net.createServer((socket) => socket.on('error', () => {}).end(JSON.stringify(answer)))
  return new Promise((resolve, reject) => {
    server.once('error', (error) =>
      /** @type {NodeJS.ErrnoException} */ (error).code === 'EADDRINUSE' ? resolve(null) : reject(error),
    )
    server.listen({ path: address }, () => resolve(server))
  })
}

/** Who holds it: their answer, or null when nobody answers. @param {string} address @returns {Promise<{ pid: number, what: string, url: string } | null>} */
function holderOf(address) {
  return new Promise((resolve) => {
    let text = ''
    const socket = net
      .connect({ path: address })
      .setEncoding('utf8')
      .setTimeout(2000, () => socket.destroy())
    socket.on('data', (part) => (text += part)).on('error', () => {})
    socket.on('close', () => resolve(text ? JSON.parse(text) : null))
  })
}

/**
 * @param {string} folder the data folder; made when it is not there
 * @param {{ pid: number, what: string, url: string }} answer told to whoever comes second; may be changed afterwards
 * @param {number} patienceMs how long to wait for one that is just ending
 * @returns {Promise<() => void>} lets go
 */
export async function holdDataFolder(folder, answer, patienceMs = 3000) {
  mkdirSync(folder, { recursive: true, mode: 0o711 })
  const address = addressOf(folder)
  const until = Date.now() + patienceMs
  for (;;) {
    const server = await listen(address, answer)
    if (server) {
      server.unref()
      return () => server.close()
    }
    const holder = await holderOf(address)
    if (!holder && process.platform !== 'linux') rmSync(address, { force: true })
    if (Date.now() > until) {
      const who = holder
        ? `${holder.what} (process ${holder.pid}${holder.url ? `, ${holder.url}` : ''})`
        : 'another process'
      throw new Halt(`${folder} is in use by ${who}: stop it first, or use what it serves.`)
    }
    await wait(200)
  }
}
