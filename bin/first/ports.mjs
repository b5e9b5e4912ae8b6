import net from 'node:net'
import { Halt } from './halt.mjs'

/**
 * Refuses a port that cannot be served, before anything long is begun.
 * @param {{ port: number, host: string }} address
 */
export async function checkPort({ port, host }) {
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Halt(`PORT must be a number from 1 to 65535, not "${process.env['PORT']}".`)
  const probe = net.createServer()
  await new Promise((resolve, reject) => {
    probe.once('error', reject)
    probe.listen(port, host, () => probe.close(resolve))
  }).catch((error) => {
    if (error.code === 'EADDRINUSE')
      throw new Halt(
        `Port ${port} is in use by another program: stop it, or choose another with PORT=${port + 1} npm start.`,
      )
    if (error.code === 'EACCES')
      throw new Halt(`Port ${port} is reserved for the system: choose one above 1023, such as PORT=3000 npm start.`)
    if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
      throw new Halt(`HOST=${host} is not an address of this machine: use 127.0.0.1, or 0.0.0.0 for every network.`)
    throw error
  })
}

/** A port that is free now. @returns {Promise<number>} */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {net.AddressInfo} */ (probe.address())
      probe.close(() => resolve(port))
    })
  })
}
