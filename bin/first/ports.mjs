import net from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { Halt } from './halt.mjs'

/** @param {number} port @param {string} [host] @returns {Promise<net.AddressInfo>} of a server that was there for a moment */
const tryPort = (port, host) =>
  new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject)
    probe.listen(port, host, () => {
      const address = /** @type {net.AddressInfo} */ (probe.address())
      probe.close(() => resolve(address))
    })
  })

/** @param {number} port @param {string} host @returns {Promise<NodeJS.ErrnoException | null>} */
const failure = (port, host) =>
  tryPort(port, host).then(
    () => null,
    (caught) => caught,
  )

/**
 * "localhost", where we say that we are, is ::1 first for a browser: who listens there would be taken for us.
 * @param {number} port @param {string} host
 */
const neighbour = async (port, host) => {
  const error = host === '127.0.0.1' ? await failure(port, '::1') : null
  return error?.code === 'EADDRINUSE' ? error : null
}

/**
 * Refuses a port that cannot be served, before anything long is begun.
 * @param {{ port: number, host: string }} address
 * @param {number} patienceMs for a web server whose start was killed, which ends by itself in two seconds (end-with-parent.mjs)
 */
export async function checkPort({ port, host }, patienceMs = 2500) {
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Halt(`PORT must be a number from 1 to 65535, not "${process.env['PORT']}".`)
  for (const until = Date.now() + patienceMs; ; await wait(100)) {
    const error = (await failure(port, host)) ?? (await neighbour(port, host))
    if (!error) return
    if (error.code === 'EADDRINUSE') {
      if (Date.now() < until) continue
      throw new Halt(
        `Port ${port} is in use by another program: stop it, or choose another with PORT=${port + 1} npm start.`,
      )
    }
    if (error.code === 'EACCES')
      throw new Halt(`Port ${port} is reserved for the system: choose one above 1023, such as PORT=3000 npm start.`)
    if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
      throw new Halt(`HOST=${host} is not an address of this machine: use 127.0.0.1, or 0.0.0.0 for every network.`)
    throw error
  }
}

/** A port that is free now. @returns {Promise<number>} */
export const freePort = async () => (await tryPort(0, '127.0.0.1')).port
